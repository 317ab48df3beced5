import { Info } from "lucide-react";
import { t } from "../../domain/speech";
import { HOME } from "../../store/home";
import { infoTitles } from "../embedded-feed";
import { shown } from "../shown";

/** So many of the organiser's entries are named; the others stand behind the last link. */
const MOST = 4;

/** The ways to the Wi-Fi, the map and help: where somebody in the hall looks first. */
export function InfoLine() {
  const titles = shown.get() === HOME ? infoTitles() : [];
  if (titles.length === 0) return null;
  return (
    <ul className="actions info-line" aria-label={t("Information")}>
      {titles.slice(0, MOST).map((title, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: their number is what they are known by
        <li key={index}>
          <a className="icon-link" href={`#/info/${index + 1}`}>
            {index === 0 && <Info aria-hidden="true" size={18} />}
            <span dir="auto">{title}</span>
          </a>
        </li>
      ))}
      {titles.length > MOST && (
        <li>
          <a className="icon-link" href="#/info">
            {t("All information")}
          </a>
        </li>
      )}
    </ul>
  );
}
