/** Zones with every kind of rule: whole and half hours, both hemispheres, midnight changes, rules that came and went. */
export const zones =
  `Europe/Berlin Europe/London Europe/Lisbon Europe/Moscow Europe/Istanbul Europe/Volgograd Europe/Dublin
  Atlantic/Azores Africa/Cairo Africa/Casablanca Africa/El_Aaiun Africa/Juba Africa/Lagos Asia/Amman Asia/Beirut
  Asia/Damascus Asia/Gaza Asia/Jerusalem Asia/Kathmandu Asia/Kolkata Asia/Tehran Asia/Tokyo Asia/Almaty Asia/Shanghai
  Australia/Adelaide Australia/Lord_Howe Australia/Sydney Australia/Eucla Pacific/Auckland Pacific/Chatham Pacific/Apia
  Pacific/Fiji America/Asuncion America/Havana America/Los_Angeles America/Mexico_City America/New_York
  America/Nuuk America/Santiago America/Sao_Paulo America/St_Johns Antarctica/Troll`.split(/\s+/);

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
export const FROM = Date.UTC(2020, 0, 1);
export const TO = Date.UTC(2031, 0, 1);

/** What Intl says a zone's clock shows, as ms as if it showed UTC: an oracle that shares no code with ours. */
function oracle(timeZone: string): (utc: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
    fractionalSecondDigits: 3,
  });
  return (utc) => {
    const [month, day, year, hour, minute, second, ms] = (format.format(utc).match(/\d+/g) ?? []).map(Number);
    return Date.UTC(year ?? 0, (month ?? 0) - 1, day, hour, minute, second, ms);
  };
}

/** Instants at which the zone's clock is changed: its first with the new offset. */
function edgesOf(shows: (utc: number) => number): number[] {
  const edges: number[] = [];
  const offset = (utc: number): number => shows(utc) - utc;
  for (let day = FROM; day < TO; day += DAY) {
    let [low, high] = [day, day + DAY];
    if (offset(low) === offset(high)) continue;
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (offset(middle) === offset(low)) low = middle;
      else high = middle;
    }
    edges.push(high);
  }
  return edges;
}

/** A wall clock's reading as people write it. @param wall ms as if the clock showed UTC */
export const reading = (wall: number): string =>
  new Date(wall).toISOString().replace('T', ' ').replace('Z', '');
export const iso = (utc: number): string => new Date(utc).toISOString();

/** Each zone, what Intl says that its clock shows, and when that clock is changed. */
export const all = zones.map((zone) => {
  const shows = oracle(zone);
  return { zone, shows, edges: edgesOf(shows) };
});
