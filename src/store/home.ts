/** The conference this site was built for; further ones on the device get keys of their own. */
export const HOME = "home";
