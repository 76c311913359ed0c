/** Where what we write besides the evidence lies in a bag. */
export const BAG_PLACES = {
  custodyJson: 'data/custody/custody.json',
  custodyCsv: 'data/custody/custody.csv',
  timelineJson: 'data/timeline/timeline.json',
  timelineCsv: 'data/timeline/timeline.csv',
  record: 'data/record/record.json',
} as const;

export const CUSTODY_FORMAT = 'holdfast/custody/1';
export const TIMELINE_FORMAT = 'holdfast/timeline/1';
