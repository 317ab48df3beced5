import { type Choices, languageFor, OFFERED } from "../../domain/choices";
import type { Asked } from "../../domain/reminder";
import { clockTime, dayName } from "../../domain/say-time";
import { currentSpeech, t } from "../../domain/speech";
import { dayOf } from "../../domain/time";
import type { Db, Source } from "../../store/db";
import { writeSetting } from "../../store/settings";
import { useBoard } from "../board";
import { chosen } from "../choices";
import { deviceZone } from "../device-zone";
import { Rich } from "../parts/rich";
import { say } from "../parts/toast";
import { useScrollMemory } from "../scroll-memory";
import { SiteLinks } from "../site/site-links";
import { useChosen } from "../use-chosen";
import { BackupSection } from "./backup-section";
import { DeleteForm } from "./delete-form";
import { Options } from "./options";
import "./settings.css";

/** How the app looks and speaks on this device, and the way to take all of it off again. */
export function SettingsView(props: {
  readonly db: Db;
  readonly asked: Asked;
  readonly sources: readonly Source[];
  readonly now: number;
  readonly location: string;
}) {
  const { db, asked, sources, now, location } = props;
  const [choices, choose] = useChosen(useBoard(chosen));
  const isForBackup = location.endsWith("?backup");
  useScrollMemory(location, true, () => {
    // Amid the page, so that what sticks to its edges does not lie over it.
    if (isForBackup) document.getElementById("backup")?.scrollIntoView({ block: "center" });
  });
  const change = async (next: Partial<Choices>) => {
    const before = choices;
    choose({ ...choices, ...next });
    try {
      await writeSetting(db, "choices", { ...choices, ...next });
    } catch {
      choose(before);
      say(t("The choice could not be kept: this browser’s storage did not take it."));
    }
  };
  const zone = deviceZone();
  const spoken = OFFERED.find(({ language }) => language === currentSpeech().language);
  const ofDevice = OFFERED.find(({ language }) => language === languageFor("auto", navigator.languages));
  return (
    <div className="column settings-page">
      <h1 tabIndex={-1}>{t("Settings")}</h1>
      <Options
        name="theme"
        label={t("Theme")}
        chosen={choices.theme}
        onChoose={(theme) => void change({ theme })}
        options={[
          ["auto", t("As this device is set")],
          ["light", t("Light")],
          ["dark", t("Dark")],
        ]}
      />
      <Options
        name="language"
        label={t("Language")}
        chosen={OFFERED.some(({ language }) => language === choices.language) ? choices.language : "auto"}
        onChoose={(language) => void change({ language })}
        options={[
          [
            "auto",
            <Rich
              key="auto"
              text={t("As this device is set (<name>{name}</name>)", { name: ofDevice?.name ?? "" })}
              marks={{ name: (words) => <bdi lang={ofDevice?.language}>{words}</bdi> }}
            />,
          ],
          ...OFFERED.map(({ language, name, dir, isRead }) => {
            const text = isRead
              ? `<name>${name}</name>`
              : t("<name>{name}</name> (translated, not yet read by a speaker)", { name });
            const own = (words: string) => (
              <span lang={language} dir={dir}>
                {words}
              </span>
            );
            return [language, <Rich key={language} text={text} marks={{ name: own }} />] as const;
          }),
        ]}
      />
      <p className="quiet">{t("The programme itself stays in the language it was written in.")}</p>
      <Options
        name="clock"
        label={t("Clock")}
        chosen={choices.clock}
        onChoose={(clock) => void change({ clock })}
        options={[
          ["auto", t("As the language has it")],
          ["24", t("{hours} hours", { hours: 24 })],
          ["12", t("{hours} hours", { hours: 12 })],
        ]}
      />
      {spoken?.digits && (
        <Options
          name="digits"
          label={t("Digits")}
          chosen={choices.digits}
          onChoose={(digits) => void change({ digits })}
          options={[
            ["auto", t("As this device is set")],
            ["own", new Intl.NumberFormat(`${spoken.language}-u-nu-${spoken.digits}`).format(123)],
            ["latin", "123"],
          ]}
        />
      )}
      <p className="example">
        {t("For example: {day}, {time}; {count, plural, one {# session} other {# sessions}}.", {
          day: dayName(dayOf(now, zone, 0)),
          time: clockTime(now, zone),
          count: 12,
        })}
      </p>
      <p>
        <Rich
          text={t("What rings, when and how, is set under <a>What this device can do</a>.")}
          marks={{ a: (words) => <a href="#/reminders">{words}</a> }}
        />
      </p>
      <p>
        <Rich
          text={t(
            "Bring in another conference, or see how fresh its feed is: <a>Conferences on this device</a>.",
          )}
          marks={{ a: (words) => <a href="#/conferences">{words}</a> }}
        />
      </p>
      <BackupSection {...{ db }} isAim={isForBackup} />
      <DeleteForm {...{ db, asked, sources }} />
      <SiteLinks />
    </div>
  );
}
