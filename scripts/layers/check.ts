import { posix } from 'node:path';
import { isolatedSubfolders, layers, networkModules, packageOwners, type Layer } from './table.ts';

/** The layer a repository-relative path belongs to; the longest folder wins. */
function layerOf(file: string): Layer | undefined {
  return layers
    .filter((layer) => file.startsWith(`${layer.folder}/`))
    .toSorted((a, b) => b.folder.length - a.folder.length)[0];
}

function packageName(specifier: string): string {
  const parts = specifier.split('/');
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? specifier);
}

function covers(pattern: string, name: string): boolean {
  return pattern.endsWith('/*') ? name.startsWith(pattern.slice(0, -1)) : pattern === name;
}

function isOwner(owners: readonly string[], file: string): boolean {
  return owners.some((owner) => (owner.endsWith('/') ? file.startsWith(owner) : file === owner));
}

function checkOurs(layer: Layer, file: string, target: string): string | undefined {
  const targetLayer = layerOf(target);
  if (targetLayer === undefined) {
    return `${file} imports ${target}, which belongs to no layer`;
  }
  if (targetLayer.folder !== layer.folder) {
    return layer.mayImport.includes(targetLayer.folder)
      ? undefined
      : `${layer.folder}/ may not import ${targetLayer.folder}/`;
  }
  if (isolatedSubfolders.includes(layer.folder)) {
    const area = (path: string): string => path.slice(layer.folder.length + 1).split('/')[0] ?? '';
    if (area(file) !== area(target)) {
      return `${layer.folder}/${area(file)} may not import ${layer.folder}/${area(target)}: features are strangers to each other`;
    }
  }
  return undefined;
}

function checkPackage(layer: Layer, file: string, specifier: string): string | undefined {
  const bare = specifier.replace(/^node:/u, '');
  if (networkModules.includes(bare)) {
    return `${specifier} opens sockets; Holdfast has no network`;
  }
  const name = packageName(specifier);
  for (const [owned, owners] of Object.entries(packageOwners)) {
    if (covers(owned, name) && !isOwner(owners, file)) {
      return `only ${owners.join(', ')} may import ${owned}`;
    }
  }
  if (layer.packages !== 'any' && !layer.packages.some((pattern) => covers(pattern, name))) {
    return `${layer.folder}/ may not import the package ${specifier}`;
  }
  return undefined;
}

/**
 * Why `file` may not import `specifier`, or undefined when it may. Both paths are relative to the repository, with
 * forward slashes. Styles and other assets beside a file are no code and are not judged.
 */
export function importProblem(file: string, specifier: string): string | undefined {
  const layer = layerOf(file);
  if (layer === undefined) {
    return file.startsWith('src-main/') ? `${file} lies in no layer of scripts/layers/table.ts` : undefined;
  }
  if (!specifier.startsWith('.')) {
    return checkPackage(layer, file, specifier);
  }
  const target = posix.normalize(posix.join(posix.dirname(file), specifier));
  return checkOurs(layer, file, target);
}
