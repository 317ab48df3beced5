import type { WakeSource } from "./wake-source";

/** The events after which something may be due: seen again, shown from the back-forward cache, thawed, online. */
export const pageEvents: WakeSource = (wake) => {
  const wakePage = () => wake("page");
  for (const event of ["focus", "pageshow", "online"]) addEventListener(event, wakePage);
  for (const event of ["visibilitychange", "resume"]) document.addEventListener(event, wakePage);
};
