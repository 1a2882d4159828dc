/** An error that Excel reports for one action: a stable code, a message for developers, the member that failed. */
export class ActionError extends Error {
  constructor(
    readonly code: ActionErrorCode,
    message: string,
    readonly location = "",
  ) {
    super(message);
    this.name = "ActionError";
  }
}

/** Codes of Excel.ErrorCodes that the stand-in can give. */
type ActionErrorCode =
  | "AccessDenied"
  | "ApiNotFound"
  | "GeneralException"
  | "InvalidArgument"
  | "InvalidOperation"
  | "InvalidOperationInCellEditMode"
  | "InvalidReference"
  | "InvalidSelection"
  | "ItemAlreadyExists"
  | "ItemNotFound"
  | "NotImplemented"
  | "RequestAborted"
  | "RequestPayloadSizeLimitExceeded"
  | "ResponsePayloadSizeLimitExceeded"
  | "ServiceNotAvailable"
  | "UnsupportedOperation";

/** An act of the officer that the stand-in refuses because it could not be carried through as Excel would. */
export class OfficerRefused extends Error {
  constructor(message: string) {
    super(message);
    this.name = "OfficerRefused";
  }
}

export const invalidArgument = (message: string, location = ""): ActionError =>
  new ActionError("InvalidArgument", message, location);
