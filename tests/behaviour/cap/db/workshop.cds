// Tools that are lent, their makers and their parts: one of each kind of thing that OData describes.
namespace workshop;

type Condition : String(10) enum { sound; worn; broken };

entity Makers {
  key ID      : UUID;
      name    : String(80) not null;
      founded : Date;
      tools   : Association to many Tools on tools.maker = $self;
}

entity Tools {
  key ID        : Integer;
      name      : String(80) not null;
      stock     : Integer default 1;
      price     : Decimal(9, 2);
      weight    : Double;
      serial    : Integer64;
      bought    : Date;
      opens     : Time;
      checkedAt : Timestamp;
      condition : Condition default 'sound';
      tags      : many String;
      photo     : LargeBinary @Core.MediaType: 'image/png';
      maker     : Association to Makers;
      parts     : Composition of many Parts on parts.tool = $self;
}

entity Parts {
  key tool  : Association to Tools;
  key no    : Integer;
      label : String(40);
}

// What is changed only by who knows its newest version.
entity Notes {
  key ID         : Integer;
      text       : String(200);
      modifiedAt : Timestamp @cds.on.insert: $now  @cds.on.update: $now  @odata.etag;
}
