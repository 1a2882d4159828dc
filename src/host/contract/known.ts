/** The members of Excel that the stand-in knows, by type of object. */
import "../objects";

export { officersFunctions } from "../formulas/officer-functions";
export { knownMembers } from "../remote";
