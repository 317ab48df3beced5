import { Camera } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { t } from "../../domain/speech";

/** What some browsers have to read codes with; TypeScript does not know it. */
interface Detector {
  readonly detect: (from: HTMLVideoElement) => Promise<readonly { readonly rawValue: string }[]>;
}
type DetectorMaker = new (how: { readonly formats: readonly string[] }) => Detector;

function detectorMaker(): DetectorMaker | undefined {
  return (globalThis as { readonly BarcodeDetector?: DetectorMaker }).BarcodeDetector;
}

/** Between two looks at the picture, in milliseconds: more often finds nothing sooner, and warms the phone. */
const EVERY = 200;

/** Reads a code with this device's camera, where the browser can; elsewhere says what to do. */
export function Scanner({ onText }: { readonly onText: (text: string) => void }) {
  const [isOpen, setOpen] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  if (!detectorMaker() || !navigator.mediaDevices?.getUserMedia) {
    return (
      <span className="quiet">
        {t("To scan a code, use this phone’s own camera app: it opens the link.")}
      </span>
    );
  }
  return (
    <>
      <button type="button" className="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <Camera aria-hidden="true" size={20} />
        {isOpen ? t("Close the camera") : t("Scan a code")}
      </button>
      {isOpen && (
        <Viewfinder
          onText={(text) => {
            setOpen(false);
            onText(text);
          }}
          onTrouble={(words) => {
            setOpen(false);
            setTrouble(words);
          }}
        />
      )}
      <span role="status" className="field-note">
        {!isOpen && trouble}
      </span>
    </>
  );
}

function Viewfinder(props: {
  readonly onText: (text: string) => void;
  readonly onTrouble: (words: string) => void;
}) {
  const video = useRef<HTMLVideoElement>(null);
  const told = useRef(props);
  told.current = props;
  useEffect(() => {
    let isOver = false;
    let stream: MediaStream | null = null;
    const look = async () => {
      const Maker = detectorMaker();
      const picture = video.current;
      if (!Maker || !picture) return;
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
      if (isOver) return close();
      picture.srcObject = stream;
      await picture.play();
      const detector = new Maker({ formats: ["qr_code"] });
      while (!isOver) {
        // A picture that is not there yet cannot be looked at; the next one can.
        const found = await detector.detect(picture).catch(() => []);
        const [first] = found;
        if (first && !isOver) return told.current.onText(first.rawValue);
        await new Promise((done) => setTimeout(done, EVERY));
      }
    };
    const close = () => {
      for (const track of stream?.getTracks() ?? []) track.stop();
    };
    look().catch(() => {
      if (!isOver)
        told.current.onTrouble(
          t("The camera could not be used: it is not allowed here, or another app has it."),
        );
    });
    return () => {
      isOver = true;
      close();
    };
  }, []);
  return (
    <video ref={video} className="viewfinder" playsInline muted aria-label={t("What the camera sees")} />
  );
}
