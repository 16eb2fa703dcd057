/** Inputs that hold free text: their ids begin so, and the detector cleans them before any flow sees them. */
export const FREE = "free_";
