import { createRoot } from "react-dom/client";
import { Rows } from "./rows";

const rows = JSON.parse(document.getElementById("rows")?.textContent ?? "[]");
createRoot(document.getElementById("app") ?? document.body).render(<Rows rows={rows} />);
