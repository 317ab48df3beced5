import { ZoomIn, ZoomOut } from "lucide-react";
import { useState } from "react";
import { t } from "../../domain/speech";
import { BASE } from "../base-path";

/** A map or a plan: as wide as the page, and as large as it is drawn where its small print is wanted. */
export function InfoPicture({ title, picture }: { readonly title: string; readonly picture: string }) {
  const [isLarge, setLarge] = useState(false);
  const Icon = isLarge ? ZoomOut : ZoomIn;
  const turn = () => setLarge(!isLarge);
  return (
    <figure className="info-picture">
      <div tabIndex={isLarge ? 0 : undefined} {...(isLarge && { role: "group", "aria-label": title })}>
        <img src={BASE + picture} alt={title} data-large={isLarge || undefined} />
      </div>
      <button type="button" className="button" aria-pressed={isLarge} onClick={turn}>
        <Icon aria-hidden="true" size={20} />
        {t("Larger")}
      </button>
    </figure>
  );
}
