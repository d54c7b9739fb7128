const pattern = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;

/** An ISO 8601 duration of days or less, in milliseconds. */
export function parseDuration(text) {
  const parts = pattern.exec(text);
  if (!parts || !/\d/.test(text)) {
    throw new Error(`'${text}' is not a duration such as PT1M.`);
  }
  const [days, hours, minutes, seconds] = parts.slice(1).map((part) => Number(part ?? 0));
  return (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000;
}
