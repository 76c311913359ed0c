/**
 * Terms of CASE 1.4.0 and UCO 1.4.0, noted by hand from the documents of that version (case/investigation/1.4.0 and
 * uco/…/1.4.0): the classes and properties of the parts that speak of investigations, actions, people, places, tools and
 * files. A name that is not here is not taken for one of theirs.
 */
const CASE = 'https://ontology.caseontology.org/case/investigation/';
const UCO = 'https://ontology.unifiedcyberontology.org/uco/';

const under = (base: string, names: string): string[] => names.split(/\s+/u).map((name) => base + name);

export const caseUcoClasses: ReadonlySet<string> = new Set([
  ...under(
    CASE,
    'Attorney Authorization Examiner ExaminerActionLifecycle Investigation InvestigativeAction Investigator ProvenanceRecord Subject SubjectActionLifecycle VictimActionLifecycle',
  ),
  ...under(
    `${UCO}core/`,
    'Annotation Assertion AttributedName Bundle Compilation ConfidenceFacet ContextualCompilation ControlledVocabulary EnclosingCompilation Event ExternalReference Facet Grouping IdentityAbstraction Item MarkingDefinitionAbstraction ModusOperandi Relationship UcoInherentCharacterizationThing UcoObject UcoThing',
  ),
  ...under(
    `${UCO}action/`,
    'Action ActionArgumentFacet ActionEstimationFacet ActionFrequencyFacet ActionLifecycle ActionPattern ArrayOfAction',
  ),
  ...under(`${UCO}identity/`, 'Identity Organization Person SimpleNameFacet'),
  ...under(`${UCO}location/`, 'GPSCoordinatesFacet LatLongCoordinatesFacet Location SimpleAddressFacet'),
  ...under(`${UCO}tool/`, 'Tool'),
  ...under(
    `${UCO}observable/`,
    'ContentData ContentDataFacet Device DeviceFacet Directory EventLog EventRecord File FileFacet FileSystemObject Image ImageFacet ObservableObject Snapshot StorageMedium',
  ),
  ...under(`${UCO}types/`, 'ControlledDictionary Dictionary DictionaryEntry Hash'),
]);

/** Properties whose values are things. */
export const caseUcoLinks: ReadonlySet<string> = new Set([
  ...under(CASE, 'relevantAuthorization wasDerivedFrom wasInformedBy'),
  ...under(
    `${UCO}core/`,
    'createdBy eventContext externalReference hasFacet object objectMarking source target',
  ),
  ...under(
    `${UCO}action/`,
    'action environment error instrument location object participant performer phase result subaction',
  ),
  ...under(`${UCO}observable/`, 'hash manufacturer owner'),
]);

/** Properties whose values are texts, numbers, times and the like, with the datatype. */
export const caseUcoValues: ReadonlyMap<string, string> = new Map([
  ...under(
    CASE,
    'authorizationIdentifier authorizationType exhibitNumber focus investigationForm investigationStatus rootExhibitNumber',
  ).map((name): [string, string] => [name, 'string']),
  ...under(
    `${UCO}core/`,
    'context definingContext description eventType externalIdentifier kindOfRelationship name namingAuthority objectStatus specVersion statement tag value',
  ).map((name): [string, string] => [name, 'string']),
  ...under(`${UCO}core/`, 'endTime modifiedTime objectCreatedTime startTime').map(
    (name): [string, string] => [name, 'dateTime'],
  ),
  ...under(`${UCO}action/`, 'endTime startTime').map((name): [string, string] => [name, 'dateTime']),
  ...under(`${UCO}action/`, 'actionStatus argumentName objective').map((name): [string, string] => [
    name,
    'string',
  ]),
  ...under(
    `${UCO}observable/`,
    'allocationStatus deviceType extension fileName filePath imageType mimeType model serialNumber',
  ).map((name): [string, string] => [name, 'string']),
  ...under(`${UCO}observable/`, 'accessedTime metadataChangeTime modifiedTime observableCreatedTime').map(
    (name): [string, string] => [name, 'dateTime'],
  ),
  [`${UCO}observable/isDirectory`, 'boolean'],
  [`${UCO}observable/sizeInBytes`, 'integer'],
  [`${UCO}types/hashMethod`, 'string'],
  [`${UCO}types/hashValue`, 'hexBinary'],
]);

/** Of these, a thing has one at most (`sh:maxCount` 1). */
export const caseUcoSingle: ReadonlySet<string> = new Set([
  ...under(CASE, 'exhibitNumber investigationForm investigationStatus'),
  ...under(`${UCO}core/`, 'createdBy name objectCreatedTime objectStatus'),
  ...under(`${UCO}action/`, 'endTime environment performer startTime'),
  ...under(`${UCO}observable/`, 'sizeInBytes serialNumber'),
  ...under(`${UCO}types/`, 'hashMethod hashValue'),
]);
