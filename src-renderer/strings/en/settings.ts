/** Settings of this device. */
export const settings = {
  title: 'Settings',
  hint: 'of this device; no part of any case',
  failed: 'The settings could not be read or changed.',
  faults: {
    unreadable: 'The settings of this device could not be read, so those of a new installation are used.',
    newer:
      'The settings of this device were written by a newer Holdfast, so those of a new installation are used.',
  } as const,
  faultHint:
    'The file is as it was. What you change here holds until Holdfast ends. To keep changes, start a new file: the old one stays beside it under another name.',
  setAside: 'Start a new file',
  notSaved: 'This holds now, but it could not be written down:',
  lock: {
    title: 'Lock',
    after: 'When nobody touches key or mouse',
    never: 'Never',
    minutes: (n: string) => `${n} min`,
    hint: 'A case is locked then. While a job runs, a curtain is drawn, and the case is locked when the job is done. A locked screen does the same at once; sleep always locks.',
    neverHint: 'A case stays open until you lock it, the computer sleeps or its screen is locked.',
  },
  look: {
    title: 'Appearance',
    theme: 'Theme',
    themes: { system: 'As the system', light: 'Light', dark: 'Dark' } as const,
    size: 'Text size',
    percent: (n: string) => `${n} %`,
    sizeHint: 'Ctrl + and Ctrl - change it, too; Ctrl 0 is the designed size.',
  },
  notify: {
    title: 'Notifications',
    label:
      'Let the system tell me when a deadline comes near, the plan is due to be looked at, or a long job has ended',
    hint: 'It says that there is a deadline, that the plan is due, or that a job has ended or failed, and nothing of any case: no title, no exhibit, no file.',
    offHint: 'Nothing is told outside this window.',
  },
  recent: {
    title: 'Recent cases',
    label: 'Remember name and place of opened case files',
    hint: 'Encrypted in the profile of this device; nothing of what they hold is kept.',
    offHint:
      'Nothing is remembered, and the list was erased on the disk, too. A damaged first page is then harder to tell from a wrong passphrase.',
  },
  zone: {
    title: 'Time zone of the case',
    means: 'A fact of this case and no setting: a change is an entry with its reason.',
    change: 'State another zone…',
  },
  back: 'back',
} as const;
