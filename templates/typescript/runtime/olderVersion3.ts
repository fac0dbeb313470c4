/** The version that the service of this client speaks: OData 3.0. */

import type { OlderTraits } from "./olderTraits.js";

export const VERSION: OlderTraits = {
  update: "PATCH",
  json: "application/json;odata=verbose",
  hasTimesAsText: true,
  wrapsCollections: true,
  hasActions: true,
  hasQuantifiers: true,
};
