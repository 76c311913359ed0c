/** An open case out of sight while a job runs, and the question before a lock that would end one. */
export const curtain = {
  title: 'Out of sight',
  hint: 'A job runs. When it is done, the case is locked and its key leaves memory.',
  hiddenByYou: 'hidden by you',
  jobs: 'What runs',
  jobNames: {
    'evidence.add': 'Taking evidence in',
    'evidence.verify': 'Checking evidence',
    'share.copy': 'Making a copy',
    'share.bag': 'Writing a bag',
    'share.standard': 'Writing the record for other tools',
    'record.merge': 'Merging another copy',
    'record.preview': 'Looking at another copy',
    'record.compare': 'Comparing another copy',
    'document.make': 'Making a document',
    'log.export': 'Writing rows of logs',
  } as Readonly<Record<string, string>>,
  back: 'Show the case',
  checking: 'Checking…',
  holdHint: 'Ctrl+L, held for two seconds, ends the job and locks at once.',
  question: {
    title: 'A job is running',
    text: 'Locking ends it. What it has finished stays; what broke off is offered again when the case is open.',
    curtain: 'Hide now, lock when it is done',
    now: 'Lock now, end the job',
  },
} as const;
