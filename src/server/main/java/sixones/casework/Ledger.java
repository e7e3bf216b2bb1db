package sixones.casework;

/** Where acts are numbered and kept. */
enum Ledger {
  CASE("act"),
  DECLARATIONS("declaration"),
  AUTHORITIES("authority_act");

  private final String table;

  Ledger(String table) {
    this.table = table;
  }

  String table() {
    return table;
  }
}
