/** How long what a person or a reviewer writes about a request may be, in UTF-16 units, as texts are counted everywhere here. */
export const MOST_REASON = 2000;
