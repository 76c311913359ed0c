import { objectField, textField, textIn } from '../../domain/entry.ts';
import type { JsonObject, WholeExhibit } from '../standards/record-writer.ts';
import { withoutNothing } from '../standards/without-nothing.ts';
import { dateTime, exhibitId, hexBinary, kb, personId, provenanceId, ref } from './terms.ts';

/** Names of UCO's hash vocabulary (uco-types 1.4.0). */
const METHODS = { sha256: 'SHA256', sha1: 'SHA1', md5: 'MD5' } as const;

/** An exhibit as what it is, and the record of its provenance with its number (CASE 1.4.0 investigation). */
export function exhibitNodes({ entry, view }: WholeExhibit): readonly JsonObject[] {
  const id = exhibitId(entry.id);
  const title = view.title === 'title withheld' ? undefined : view.title;
  const about = withoutNothing({
    'uco-core:name': title,
    'uco-core:createdBy': ref(personId(entry.header.author)),
    'uco-core:objectCreatedTime': dateTime(entry.header.recorded),
    'uco-core:hasFacet': facets(entry.id, { entry, view }),
    'holdfast:entry': entry.id,
    'holdfast:evidenceType': view.type,
    'holdfast:collected': dateTime(view.collected),
    'holdfast:collectedBy': view.collectedBy === '' ? undefined : view.collectedBy,
    'holdfast:source': view.source,
    'holdfast:heldBy': view.heldBy,
    'holdfast:location': view.location,
    'holdfast:provider': view.provider,
    'holdfast:itemId': view.itemId,
    'holdfast:make': view.make,
    // Of a folder: over the sorted list of its files with their hashes, which is no file of its own.
    'holdfast:manifestSha256': isFolder(view) ? view.sha256 : undefined,
    'holdfast:files': view.files,
  });
  return [
    { '@id': id, '@type': classesOf(view), ...about },
    {
      '@id': provenanceId(entry.id),
      '@type': 'case-investigation:ProvenanceRecord',
      'case-investigation:exhibitNumber': view.exhibit,
      'uco-core:object': [ref(id)],
      'uco-core:objectCreatedTime': dateTime(entry.header.recorded),
    },
  ];
}

type View = WholeExhibit['view'];

const isFolder = ({ files }: View): boolean => files !== undefined;

function classesOf(view: View): readonly string[] {
  if (isFolder(view)) return ['uco-observable:Directory'];
  const isFile = view.mode !== 'none';
  switch (view.type) {
    // “A complete copy of a hard disk, memory, or other digital media”. UCO's Snapshot is a part of a file system.
    case 'snapshot':
    case 'image':
    case 'memory':
      return isFile ? ['uco-observable:File', 'uco-observable:Image'] : ['uco-observable:Image'];
    case 'thing':
      return isFile ? ['uco-observable:File'] : ['uco-core:Item'];
    default:
      return [isFile ? 'uco-observable:File' : 'uco-observable:ObservableObject'];
  }
}

function facets(id: string, { entry, view }: Pick<WholeExhibit, 'entry' | 'view'>): readonly JsonObject[] {
  const parts: JsonObject[] = [];
  if (view.mode !== 'none') {
    parts.push({
      '@id': kb('file-facet', id),
      '@type': 'uco-observable:FileFacet',
      ...withoutNothing({
        'uco-observable:fileName': nameOf(entry),
        'uco-observable:filePath': view.path,
        'uco-observable:isDirectory': isFolder(view),
        'uco-observable:sizeInBytes': view.size,
        'uco-observable:modifiedTime': dateTime(textField(entry, 'modified')),
      }),
    });
    if (!isFolder(view) && view.sha256 !== null) parts.push(contentFacet(id, view));
  }
  if (view.serial !== undefined) {
    parts.push({
      '@id': kb('device-facet', id),
      '@type': 'uco-observable:DeviceFacet',
      'uco-observable:serialNumber': view.serial,
    });
  }
  return parts;
}

const nameOf = (entry: WholeExhibit['entry']): string | undefined => {
  const name = textIn(objectField(entry, 'name'), 'text');
  return name === '' ? undefined : name;
};

const contentFacet = (id: string, view: View): JsonObject => ({
  '@id': kb('content-data-facet', id),
  '@type': 'uco-observable:ContentDataFacet',
  ...withoutNothing({
    'uco-observable:sizeInBytes': view.size,
    'uco-observable:hash': (['sha256', 'sha1', 'md5'] as const).flatMap((name) => {
      const hex = view[name];
      if (hex === null || hex === undefined) return [];
      return [
        {
          '@id': kb('hash', `${id}/${name}`),
          '@type': 'uco-types:Hash',
          'uco-types:hashMethod': METHODS[name],
          'uco-types:hashValue': hexBinary(hex),
        },
      ];
    }),
  }),
});
