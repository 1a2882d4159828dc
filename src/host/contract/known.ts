/** The members of Excel that the stand-in knows, by type of object. */
import "../objects";

export { knownMembers } from "../remote";
