// Times as the platform writes them (ISO 8601, "PT72H"), in hours.
const DURATION = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;

/** PT72H → 72; null when it is no time. */
export function hoursOf(duration) {
  const parts = DURATION.exec(duration ?? '');
  if (!parts || parts.slice(1).every((part) => part === undefined)) {
    return null;
  }
  const [days, hours, minutes, seconds] = parts.slice(1).map((part) => Number(part ?? 0));
  return days * 24 + hours + minutes / 60 + seconds / 3600;
}

/** 72 → PT72H; what is no whole hour is told in minutes, or seconds. */
export function durationOf(hours) {
  const seconds = Math.round(hours * 3600);
  if (seconds === 0) {
    return 'PT0S';
  }
  return seconds % 3600 === 0 ? `PT${seconds / 3600}H` : seconds % 60 === 0 ? `PT${seconds / 60}M` : `PT${seconds}S`;
}
