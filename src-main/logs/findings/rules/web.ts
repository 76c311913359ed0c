import { NO_STATEMENTS, type Rule, WEB, oneOf } from '../rule.ts';

/** Commands of a system in a request, and the word of the Tunna tunnel behind a path. */
const COMMANDS = (
  'whoami|ipconfig|ifconfig|powershell|cmd.exe|certutil|tasklist|systeminfo|netstat|/bin/sh|/bin/bash|net user|' +
  'net localgroup|net view|cmd /c|uname -|cat /|cat ../|dir c:|type c:|ls -|ls /|wget http|curl http|ping -|?proxy|' +
  '.aspx proxy|.jsp proxy|.php proxy|.cfm proxy'
).split('|');

/** Pieces of database language. */
const STATEMENTS = (
  'union|waitfor|sleep(|benchmark(|xp_cmdshell|information_schema|@@version|;declare|; declare|char(|80040e|' +
  "' or|'or |' and|'and |') or|') and|or 1=1|'/**/or|'/**/and|;drop|; drop|;exec|; exec|; insert|; update|; delete"
).split('|');

const SCANNERS =
  'sqlmap nikto nmap nuclei acunetix netsparker wpscan dirbuster gobuster feroxbuster ffuf wfuzz zgrab masscan nessus openvas havij jaeles'.split(
    ' ',
  );

/** Files that a shop on ColdFusion does not have. */
const PROBES = '.env .git/config .git/head .aws/credentials wp-login.php phpmyadmin* .svn/entries'.split(' ');

/** Attacks on what a web server does with a request. Facts: OWASP Testing Guide v4.2, MITRE ATT&CK v15. */
export const webRules: readonly Rule[] = [
  {
    id: 'web-shell-command',
    title: 'A page was called like a web shell',
    why: 'The address of the request carries a command of the system, or the words of a tunnel. Whoever gets an answer to that runs programs on the server.',
    next: 'Look at the file of that path on the server (its date, its owner, its text) before anybody deletes it, and at everything that the same address asked for.',
    falsePositives:
      'A scanner that tries such names and gets 404. A page of your own with a parameter called cmd or exec.',
    attack: ['T1505.003', 'T1059'],
    formats: WEB,
    detector: {
      kind: 'each',
      line: oneOf(COMMANDS),
      // A parameter whose value is a command; or the word with which the requests of the Tunna tunnel begin.
      pattern:
        /[\s?&;]\w{1,24}=["']?(?:(?:cmd(?:\.exe)?|\/bin\/(?:ba)?sh|powershell(?:\.exe)?)(?=[\s&;"'|/]|$)|(?:whoami|ipconfig|ifconfig|systeminfo|tasklist|certutil|netstat|uname)(?:\.exe)?(?=[\s&;"'|]|$)|net1?\s(?:user|localgroup|view|group)\b|(?:dir|type|cat|ls|wget|curl|ping)\s+[\w.:-]*[/\\:-])|(?:\.\w{2,5}\s|\?)proxy(?:&\w+=\S*)*(?:\s|"|$)/i,
      by: 'path',
    },
  },
  {
    id: 'web-script-in-uploads',
    title: 'A program answered in a folder for uploads, or one that hardly anybody calls',
    why: 'Pages of a shop are called by many, by a link. A script in a folder of pictures, or one that a few addresses send data to without any link, is how a web shell is used.',
    next: 'Look at the file on the server: is it part of the last release? Compare its hash with the repository. Search for the first time that it answered and for what was uploaded just before.',
    falsePositives:
      'Interfaces that a payment service or a market place calls. A page that was released just now. Jobs that call a page by a clock.',
    attack: ['T1505.003'],
    formats: WEB,
    detector: {
      kind: 'rare-path',
      line: 'status:200..299',
      scripts: /\.(?:cf[mc]|cfml|as[phm]x|asp|asa|cer|jspx?|jspf|php\d?|phtml|phar|pl|cgi)$/i,
      folders:
        /\/(?:uploads?|images?|img|pics?|pictures?|photos?|media|files?|userfiles|temp|tmp|cache|assets|css|js|fonts|error|docs?|downloads?)\//i,
      // An attacker comes from few addresses, also where he changes them.
      callers: 5,
      // Fewer rows could be any page at night.
      rows: 20,
      // Tunnels ask and answer in turn: nearly half of their rows are GET.
      posts: 0.4,
    },
  },
  {
    id: 'web-sql-injection',
    title: 'Somebody tried to change database queries (SQL injection)',
    why: 'Pieces of database language in a request ask the database for more than the page should give: customers, passwords, files.',
    next: 'Sort the rows by status and size: answers of 500 show a page that breaks, large answers of 200 a page that gave something. Look into the database log at these times.',
    falsePositives:
      'Your own security scan (the PCI scan, for instance). Words that somebody searches for. Cookies with such letters.',
    attack: ['T1190'],
    formats: WEB,
    detector: {
      kind: 'each',
      line: `(${oneOf(STATEMENTS)}) ${NO_STATEMENTS}`,
      pattern:
        /union(?:\/\*.*?\*\/|\s)+(?:all\s+|distinct\s+)?(?:\/\*.*?\*\/|\s|\()*select\b|'\s*\)*(?:\/\*.*?\*\/|\s)*(?:or|and)(?:\/\*.*?\*\/|\s|\()+(?:['"]?\w*['"]?\s*(?:=|like\b|<|>)|exists\b)|\bor\s+1\s*=\s*1\b|waitfor\s+delay|[;'\d\s=(,](?:pg_)?sleep\s*\(\s*\d|benchmark\s*\(\s*\d|xp_cmdshell|information_schema|@@version|;\s*declare\s*@|\bchar\(\d+\)\s*(?:\|\||,|\s)\s*char\(|80040e(?:07|14)|;\s*(?:drop|insert|update|delete|exec)\s+\w/i,
      by: 'address',
    },
  },
  {
    id: 'web-path-traversal',
    title: 'Somebody tried to read files of the server',
    why: 'Steps upwards in a path, or the names of files with settings and passwords, are asked for by nobody who shops.',
    next: 'An answer of 200 with a size that fits the file means that it was read: change every password in it. Otherwise see what else the address did.',
    falsePositives: 'Old crawlers that put links with .. together wrongly.',
    attack: ['T1190', 'T1083'],
    formats: WEB,
    detector: {
      kind: 'each',
      line: '../ OR ..\\ OR ..%c0 OR web.config OR win.ini OR /etc/passwd OR neo-security.xml OR neo-datasource.xml OR password.properties OR boot.ini',
      // With the two bytes that old servers took for a slash, as they read in Windows-1252.
      pattern:
        /\.\.[/\\]+(?:\.\.[/\\]+|[\w.-]+\.(?:ini|xml|properties|config|txt|log)\b|etc\/|windows\b|lib\/)|\.\.(?:%c0%af|À¯)|\/web\.config(?:[\s"'?]|$|%00)|\bwin\.ini\b|\/etc\/passwd|neo-(?:security|datasource)\.xml|password\.properties|\bboot\.ini\b/i,
      by: 'address',
    },
  },
  {
    id: 'web-coldfusion-admin',
    title: 'The administration of ColdFusion or Lucee was asked for',
    why: 'These pages can change everything on the server, and several known holes of ColdFusion begin at them. From outside they should not answer at all.',
    next: 'Is the status 200 or 302? Then who was it? Block these paths for all but your own addresses.',
    falsePositives: 'Your own administrators: compare the addresses.',
    attack: ['T1190', 'T1078'],
    formats: WEB,
    detector: {
      kind: 'each',
      // /cf_scripts and cfc?method= are asked for by every page of a shop and say nothing.
      line: 'path:/cfide/administrator* OR path:/cfide/adminapi* OR path:/cfide/componentutils* OR path:/cfide/wizards* OR path:/lucee/admin* OR path:/railo-context/admin* OR path:*/flex2gateway* OR "_cfclient=true" OR wddxpacket',
      by: 'address',
    },
  },
  {
    id: 'web-scanner',
    title: 'A program that looks for holes was at work',
    why: 'It names itself in its requests, or asks for files that tell secrets and that your shop does not have. It finds what others use later.',
    next: 'Is it your own scan (date, address)? If not: which of its requests were not answered with 404?',
    falsePositives: 'The quarterly PCI scan. Monitoring. Researchers who scan all of the Internet.',
    attack: ['T1595.002', 'T1595.003'],
    formats: WEB,
    detector: {
      kind: 'each',
      line: `${oneOf(SCANNERS, (name) => `agent:*${name}*`)} OR ${oneOf(PROBES, (path) => `path:*/${path}`)}`,
      by: 'address',
      // One request for a strange file is made by chance.
      atLeast: 2,
    },
  },
  {
    id: 'web-many-refused',
    title: 'One address asked for many pages that are not there or not allowed',
    why: 'So somebody looks what a server has: hidden pages, old copies, administration.',
    next: 'Look at what the same address got with 200 in that time: that is what was found.',
    falsePositives: 'A release with broken links. Crawlers with an old list. Many people behind one address.',
    attack: ['T1595.003'],
    formats: WEB,
    detector: {
      kind: 'burst',
      line: 'status:404 OR status:403',
      by: 'address',
      // A page with broken pictures makes a dozen in a minute, of few paths.
      rows: 50,
      seconds: 300,
      distinct: { of: 'path', values: 20, name: 'path' },
    },
  },
  {
    id: 'web-errors-rise',
    title: 'The server failed far more often than usual',
    why: 'Attacks break pages before they succeed, and an overloaded server answers with errors.',
    next: 'Which path fails, and who asks for it? Compare with releases and with the state of the database at that time.',
    falsePositives: 'A release. A database that was down.',
    attack: ['T1499', 'T1190'],
    formats: WEB,
    // Five times the usual is seen by eye in a chart; fewer than 30 in an hour are noise.
    detector: { kind: 'rise', line: 'status:500..599', times: 5, atLeast: 30 },
  },
  {
    id: 'web-admin-new-address',
    title: 'Administration pages answered an address that was new to them',
    why: 'Administrators come from few addresses. A new one can be somebody with a stolen password.',
    next: 'Ask the administrators who of them it was. Look at what was done from there.',
    falsePositives: 'Travel, mobile networks, a new provider.',
    attack: ['T1078'],
    formats: WEB,
    detector: {
      kind: 'first-seen',
      line: '(path:/admin* OR path:*/admin/* OR path:*/administrator* OR path:*/backend/* OR path:*/manager/* OR path:*/wp-admin/*) (status:200 OR status:302)',
      by: 'address',
      isPublic: false,
      // A month: provider addresses change about daily to monthly.
      days: 30,
      // A weekend must lie before, or Monday's first visit would be new.
      history: 3,
    },
  },
  {
    id: 'web-login-burst',
    title: 'One address tried to log in again and again',
    why: 'So passwords are guessed, or lists of stolen ones are tried.',
    next: 'Do the answers differ in size or status at the end (a redirect, another size)? Then one fitted: lock that account.',
    falsePositives: 'A password manager or a job with an old password. Many people behind one address.',
    attack: ['T1110.001', 'T1110.004'],
    formats: WEB,
    detector: {
      kind: 'burst',
      line: 'method:POST (path:*login* OR path:*logon* OR path:*signin* OR path:*sign-in* OR path:*anmeld* OR path:*auth*)',
      by: 'address',
      // Nobody mistypes ten times in five minutes.
      rows: 10,
      seconds: 300,
    },
  },
  {
    id: 'web-login-rise',
    title: 'Logins were tried far more often than usual',
    why: 'Where each of many addresses tries once or twice, no single one stands out, but all of them together do.',
    next: 'How many addresses are it, and do they have the same browser name? Which accounts were meant (log of the shop)?',
    falsePositives: 'A newsletter or a sale that brings many customers at once.',
    attack: ['T1110.003', 'T1110.004'],
    formats: WEB,
    detector: {
      kind: 'rise',
      line: 'method:POST (path:*login* OR path:*logon* OR path:*signin* OR path:*sign-in* OR path:*anmeld*)',
      times: 5,
      atLeast: 100,
    },
  },
  {
    id: 'web-refused-accounts',
    title: 'One address tried many accounts',
    why: 'One password for many names (spraying) stays below the limit that locks an account.',
    next: 'Did any of these accounts get in afterwards, from this address or another?',
    falsePositives: 'A mail gateway or a proxy that logs on for many people.',
    attack: ['T1110.003'],
    formats: WEB,
    detector: {
      kind: 'burst',
      line: 'status:401',
      by: 'address',
      rows: 10,
      seconds: 3600,
      distinct: { of: 'user', values: 10, name: 'account' },
    },
  },
  {
    id: 'web-large-answer',
    title: 'An answer was far larger than that page usually is',
    why: 'A page that suddenly sends a hundred times as much may have given away a table.',
    next: 'Ask for the same page with the same query on a test system: what does it contain?',
    falsePositives: 'Exports and feeds. A list without a filter.',
    attack: ['T1041', 'T1213'],
    formats: WEB,
    // A page of a shop is some 100 KiB; 1 MiB is a few thousand rows of customers.
    detector: {
      kind: 'large',
      line: 'status:200..299',
      column: 'bytes',
      times: 100,
      floor: 1_048_576,
      by: 'address',
    },
  },
  {
    id: 'web-much-to-one',
    title: 'Far more was sent to one address than to others',
    why: 'So data leaves: many answers to one address add up.',
    next: 'What did it ask for: pictures, or lists and numbers one after the other?',
    falsePositives: 'Search engines, feeds, market places, your own office.',
    attack: ['T1041', 'T1567'],
    formats: WEB,
    // 500 MiB are beyond what somebody looks at in a shop.
    detector: {
      kind: 'total',
      line: 'status:200..299',
      column: 'bytes',
      by: 'address',
      times: 50,
      floor: 524_288_000,
    },
  },
  {
    id: 'web-archive-download',
    title: 'An archive, a backup or a copy of a database was downloaded',
    why: 'Such files hold everything at once, and attackers put what they take into one before they fetch it.',
    next: 'Is the file still there? Who made it, and when? What does it hold?',
    falsePositives: 'Downloads that the shop offers, such as manuals as .zip.',
    attack: ['T1560', 'T1567'],
    formats: WEB,
    detector: {
      kind: 'each',
      line: '(path:*.bak OR path:*.sql OR path:*.mdf OR path:*.ldf OR path:*.zip OR path:*.7z OR path:*.rar OR path:*.tar OR path:*.tar.gz OR path:*.tgz OR path:*.sql.gz OR path:*.old OR path:*.mdb) status:200..299',
      by: 'path',
    },
  },
  {
    id: 'web-ids-in-turn',
    title: 'One address asked for one number after the other',
    why: 'Orders, customers and sessions have numbers. Who counts them up gets each of them, where a page does not check whose it is.',
    next: 'What does such an answer hold, and does the page check who asks? How many were answered with 200?',
    falsePositives: 'Search engines and price robots that go through a catalogue. A feed of a market place.',
    attack: ['T1213', 'T1119'],
    formats: WEB,
    detector: {
      kind: 'numbered',
      line: `status:200..299 ${NO_STATEMENTS}`,
      // Who looks around in a shop does not meet thirty things in the order of their numbers.
      values: 30,
      // Several programs share the numbers among them; some numbers do not exist.
      step: 10,
      // Pages of a list; what keeps a browser from showing an old answer; sizes of pictures.
      except:
        /^(?:p|pg|page\w*|start\w*|offset|from|first|skip|limit|size|w|h|width|height|v|ver|version|t|ts|time\w*|rand\w*|nocache|cb|n|count|seq)$/,
    },
  },
  {
    id: 'web-past-cloudflare',
    title: 'Somebody came to the server itself, past Cloudflare',
    why: 'Nearly all visitors come through Cloudflare, whose rules stop attacks. Who knows the address of the server goes past them.',
    next: 'Let the firewall of the server take web requests from Cloudflare only. What did these addresses ask for?',
    falsePositives:
      'Monitoring, the host, your own office. A range of Cloudflare that is newer than the list in Holdfast (October 2026).',
    attack: ['T1190', 'T1595'],
    formats: ['iis-w3c', 'iis-native', 'clf', 'fusionreactor'],
    // Where the server writes the visitors' own addresses, hardly any is one of Cloudflare.
    detector: { kind: 'past-proxy', line: 'address:*', rows: 100, share: 0.5 },
  },
  {
    id: 'cloudflare-passed-after-blocks',
    title: 'An address was blocked at Cloudflare again and again, and then got through',
    why: 'It changed its requests until the rules let one pass to your server.',
    next: 'Compare the request that passed with those that were blocked, and look for it in the log of your server.',
    falsePositives: 'Health checks. A customer whom a rule hits by mistake.',
    attack: ['T1190'],
    formats: ['cloudflare'],
    detector: {
      kind: 'sequence',
      first:
        'action:block OR action:challenge OR action:jschallenge OR action:managedchallenge OR action:drop',
      // 0, or nothing: the server was never asked.
      after: 'OriginResponseStatus>0',
      by: 'address',
      atLeast: 5,
      seconds: 86_400,
    },
  },
];
