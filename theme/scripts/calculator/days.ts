import { DayStrips } from "../../components/day-strip/script.ts";

declare global {
  var ugDays: typeof DayStrips | undefined;
}

globalThis.ugDays = DayStrips;
