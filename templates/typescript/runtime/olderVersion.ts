/** The version that the service of this client speaks: OData 1.0 or 2.0. */

import type { OlderTraits } from "./olderTraits.js";

export const VERSION: OlderTraits = {
  update: "MERGE",
  json: "application/json",
  hasTimesAsText: false,
  wrapsCollections: false,
  hasActions: false,
  hasQuantifiers: false,
};
