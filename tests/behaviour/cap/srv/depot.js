// What the operations of depot.cds do; creating, reading and changing are CAP's own.
const cds = require("@sap/cds");

module.exports = class Depot extends cds.ApplicationService {
  init() {
    const { Tools } = this.entities;

    this.on("grade", Tools, async ({ params: [key], data: { stars, note } }) => {
      const ID = key.ID ?? key;
      await UPDATE(Tools, ID).with({ weight: stars, name: note });
      return SELECT.one.from(Tools, ID);
    });

    this.on("lighter", Tools, async ({ params: [key], data: { most } }) => {
      const { weight = 0 } = (await SELECT.one.from(Tools, key.ID ?? key).columns("weight")) ?? {};
      return SELECT.from(Tools).where({ weight: { "<": weight } }).orderBy("ID").limit(most);
    });

    this.on("lend", async (request) => {
      const { tool, amount } = request.data;
      const { stock = 0 } = (await SELECT.one.from(Tools, tool).columns("stock")) ?? {};
      if (stock < amount) {
        return request.reject({ status: 409, code: "TOO_FEW", message: `only ${stock} left`, target: "amount" });
      }
      await UPDATE(Tools, tool).with({ stock: stock - amount });
      return { stock: stock - amount };
    });

    this.on("within", ({ data: { limit } }) =>
      SELECT.from(Tools).where({ price: { "<=": limit } }).orderBy("price"));

    this.on("total", async () => {
      const { all } = await SELECT.one.from(Tools).columns("sum(stock) as all");
      return all ?? 0;
    });

    return super.init();
  }
};
