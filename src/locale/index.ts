/** The words on the screen, Vietnamese first, English second. */
export type Locale = "vi" | "en";
