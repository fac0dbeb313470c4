using workshop from '../db/workshop';

service Depot @(path: '/odata/v4/depot') {
  @cds.query.limit: { default: 2, max: 3 }
  entity Tools  as projection on workshop.Tools actions {
    action   grade(stars : Integer, note : String) returns Tools;
    function lighter(most : Integer) returns many Tools;
  };
  entity Makers as projection on workshop.Makers;
  entity Parts  as projection on workshop.Parts;
  entity Notes  as projection on workshop.Notes;

  type Left { stock : Integer };
  action   lend(tool : Integer, amount : Integer) returns Left;
  function within(limit : Decimal) returns many Tools;
  function total() returns Integer;
}
