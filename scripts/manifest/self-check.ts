/** Not the pane's: both may be loaded at the same time. */
const ID = "b0d6a1f4-93c7-4f0b-8a55-6c1e7d2f9b30";

/**
 * The manifest of the self-check page made of the pane's: the page instead of the pane, an id and a
 * name of its own, and no buttons.
 */
export function selfCheckManifest(manifest: string): string {
  return manifest
    .replace(/<VersionOverrides[\s\S]*<\/VersionOverrides>\s*/, "")
    .replace(/<Id>[^<]*<\/Id>/, `<Id>${ID}</Id>`)
    .replace(
      /<DisplayName DefaultValue="[^"]*">[\s\S]*?<\/DisplayName>/,
      '<DisplayName DefaultValue="Tự kiểm tra trên Excel này"/>',
    )
    .replaceAll("/taskpane.html", "/self-check.html");
}
