// The plan as a table for Excel: semicolons, UTF-8 with its mark, and no cell that is a formula.

import { inOrder } from "./list.js";
import { lateness, markAssumed, recipients, timeText } from "./words.js";

const MARK = "\uFEFF";
const HEAD = [
  "Beställ senast",
  "Tjänst",
  "Steg",
  "Vem",
  "Blankett",
  "Skickas till",
  "Tid",
  "Väntar på",
  "Kan börja",
  "Marginal i dagar",
  "Klart",
  "Anmärkning",
  "Sida",
];

export function tableFile(known, found) {
  const rows = inOrder(found).map(({ step, done }) => record(known, found.plan, step, done));
  return MARK + [HEAD, ...rows].map((cells) => `${cells.map(field).join(";")}\r\n`).join("");
}

function record(known, plan, step, done) {
  const words = known.step(step.id);
  return [
    step.order_by,
    words.service,
    words.title,
    words.who,
    words.form?.title,
    recipients(words).join(" eller "),
    timeText(words),
    done ? "" : step.after.map((id) => known.step(id).title).join(", "),
    done ? "" : step.earliest_begin,
    done ? "" : step.slack_days,
    done ? "ja" : "nej",
    [!done && words.replaced, !done && lateness(step, plan.today), markAssumed(words) && "Tiden är ett antagande."]
      .filter(Boolean)
      .join(" "),
    words.page,
  ];
}

function field(value) {
  if (typeof value === "number") return String(value);
  const text = value ?? "";
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
