package sixones.start;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Every setting a site may make, each with its default and what it does. The tables of
 * docs/operations.md and the configuration file of the Debian package are written from this list.
 */
final class Settings {
  private static final String OWN = "SIXONES_";

  private Settings() {}

  /** What a value looks like. */
  enum Kind {
    ADDRESS,
    DURATION,
    FOLDER,
    LIST,
    NUMBER,
    OPTIONS,
    PERIOD,
    SECRET,
    SIZE,
    WORD,
    YES_OR_NO
  }

  /** What settings are about, in the order in which a site meets them. */
  enum Group {
    NETWORK("Network"),
    STORAGE("Database and folders"),
    PEOPLE("Signing in"),
    PROVIDER("Identity provider"),
    QUOTAS("What an applicant may store"),
    LIMITS("Limits of requests"),
    PAPER("Printed documents"),
    JAVA("Java, read by the launcher");

    private final String title;

    Group(String title) {
      this.title = title;
    }

    String title() {
      return title;
    }
  }

  /**
   * One setting.
   *
   * @param name the configuration key, or the variable of the launcher
   * @param byDefault the value without it; empty if there is none
   */
  record Setting(
      Group group, String name, Kind kind, String byDefault, String meaning, String example) {
    /** Returns the name as a variable of the environment. */
    String variable() {
      return name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    boolean isSecret() {
      return kind == Kind.SECRET;
    }
  }

  static final List<Setting> ALL =
      List.of(
          new Setting(
              Group.NETWORK,
              "quarkus.http.host",
              Kind.ADDRESS,
              "127.0.0.1",
              "The address the service listens on; a demonstration accepts loopback alone.",
              "10.0.0.8"),
          new Setting(
              Group.NETWORK,
              "quarkus.http.port",
              Kind.NUMBER,
              "8080",
              "The port the service listens on.",
              "8081"),
          new Setting(
              Group.NETWORK,
              "sixones.hosts",
              Kind.LIST,
              "localhost,127.0.0.1,::1",
              "The host names the service answers to; a request for any other is refused with 421.",
              "sixones.example,localhost"),
          new Setting(
              Group.NETWORK,
              "sixones.proxy",
              Kind.LIST,
              "",
              "The addresses or networks of the proxies whose X-Forwarded-For, -Host and -Proto"
                  + " headers count.",
              "10.0.0.7,10.1.0.0/24"),
          new Setting(
              Group.NETWORK,
              "quarkus.management.host",
              Kind.ADDRESS,
              "127.0.0.1",
              "The address metrics and the details of health are served at; whoever reaches it"
                  + " reads all of them.",
              "10.0.0.8"),
          new Setting(
              Group.NETWORK,
              "quarkus.management.port",
              Kind.NUMBER,
              "9000",
              "The port metrics and the details of health are served at.",
              "9001"),
          new Setting(
              Group.STORAGE,
              "sixones.data",
              Kind.FOLDER,
              "data",
              "The data folder, in the Debian package /var/lib/sixones: keys, evidence files, first"
                  + " passwords and, without a database address, the embedded PostgreSQL.",
              "/var/lib/sixones"),
          new Setting(
              Group.STORAGE,
              "sixones.files",
              Kind.FOLDER,
              "",
              "The folder of evidence files, which several instances share; by default the folder"
                  + " files in the data folder.",
              "/srv/sixones-files"),
          new Setting(
              Group.STORAGE,
              "sixones.free-space",
              Kind.SIZE,
              "256M",
              "With less free space than this on the disk of the data folder the service is not"
                  + " ready.",
              "2G"),
          new Setting(
              Group.STORAGE,
              "quarkus.datasource.jdbc.url",
              Kind.ADDRESS,
              "",
              "The PostgreSQL server to use instead of the embedded one.",
              "jdbc:postgresql://db.example/sixones?sslmode=verify-full"),
          new Setting(
              Group.STORAGE,
              "quarkus.datasource.username",
              Kind.WORD,
              "",
              "The database role the service works as, which must own nothing.",
              "sixones_app"),
          new Setting(
              Group.STORAGE,
              "quarkus.datasource.password",
              Kind.SECRET,
              "",
              "The password of that role.",
              ""),
          new Setting(
              Group.STORAGE,
              "quarkus.flyway.username",
              Kind.WORD,
              "",
              "The database role that owns the database and migrates it.",
              "sixones_owner"),
          new Setting(
              Group.STORAGE,
              "quarkus.flyway.password",
              Kind.SECRET,
              "",
              "The password of the owner.",
              ""),
          new Setting(
              Group.STORAGE,
              "sixones.backup.username",
              Kind.WORD,
              "",
              "The role of your own database server that sees every row, for backups.",
              "sixones_backup"),
          new Setting(
              Group.STORAGE,
              "sixones.backup.password",
              Kind.SECRET,
              "",
              "The password of the role for backups.",
              ""),
          new Setting(
              Group.STORAGE,
              "sixones.backup.before-migration",
              Kind.YES_OR_NO,
              "true",
              "Whether a backup is written before a release changes the tables of a database.",
              "false"),
          new Setting(
              Group.STORAGE,
              "sixones.retention.rounds",
              Kind.PERIOD,
              "",
              "How long a round is kept at least, from its decision on, as the rules of the site"
                  + " say; without it erase-round erases none.",
              "P1234D"),
          new Setting(
              Group.STORAGE,
              "sixones.retention.people",
              Kind.PERIOD,
              "",
              "How long the name of a person is kept at least, from the last audit entry of or"
                  + " about them on; without it erase-person erases none.",
              "P1234D"),
          new Setting(
              Group.PEOPLE,
              "sixones.second-factor",
              Kind.LIST,
              "",
              "The roles whose people need a second factor: applicant, officer, auditor, admin.",
              "officer,auditor,admin"),
          new Setting(
              Group.PEOPLE,
              "sixones.sessions.longest",
              Kind.DURATION,
              "12H",
              "How long a person stays signed in at most.",
              "8H"),
          new Setting(
              Group.PEOPLE,
              "sixones.sessions.idle",
              Kind.DURATION,
              "1H",
              "How long a person stays signed in without a request.",
              "30M"),
          new Setting(
              Group.PEOPLE,
              "quarkus.http.auth.session.encryption-key",
              Kind.SECRET,
              "",
              "The key of the session cookie, at least 32 characters, the same on all instances;"
                  + " by default a file in the data folder.",
              ""),
          new Setting(
              Group.PEOPLE,
              "sixones.demo",
              Kind.YES_OR_NO,
              "false",
              "Whether to serve a demonstration with people whose password anybody knows, as the"
                  + " option --demo does.",
              "true"),
          new Setting(
              Group.PROVIDER,
              "quarkus.oidc.auth-server-url",
              Kind.ADDRESS,
              "",
              "The OpenID Connect provider people sign in at; passwords are then refused.",
              "https://id.example/realms/sixones"),
          new Setting(
              Group.PROVIDER,
              "quarkus.oidc.client-id",
              Kind.WORD,
              "six-ones",
              "The name of the service at the provider.",
              "six-ones"),
          new Setting(
              Group.PROVIDER,
              "quarkus.oidc.credentials.secret",
              Kind.SECRET,
              "",
              "The secret of the service at the provider.",
              ""),
          new Setting(
              Group.PROVIDER,
              "quarkus.oidc.token.issuer",
              Kind.ADDRESS,
              "",
              "The issuer that tokens must name; by default the one the provider says it is.",
              "https://id.example/realms/sixones"),
          new Setting(
              Group.PROVIDER,
              "quarkus.oidc.roles.source",
              Kind.WORD,
              "accesstoken",
              "The token that names the role of a person: accesstoken or idtoken.",
              "idtoken"),
          new Setting(
              Group.PROVIDER,
              "quarkus.oidc.roles.role-claim-path",
              Kind.WORD,
              "",
              "The claim of that token with the role; by default where Keycloak puts realm roles.",
              "groups"),
          new Setting(
              Group.PROVIDER,
              "quarkus.oidc.authentication.state-secret",
              Kind.SECRET,
              "",
              "The key of the cookie between the service and the provider, at least 32 characters,"
                  + " the same on all instances.",
              ""),
          new Setting(
              Group.PROVIDER,
              "sixones.oidc.applicant-claim",
              Kind.WORD,
              "sixones_applicant",
              "The claim with the code of the applicant a person belongs to.",
              "applicant"),
          new Setting(
              Group.QUOTAS,
              "sixones.quota.drafts",
              Kind.NUMBER,
              "100",
              "How many drafts an applicant may store.",
              "200"),
          new Setting(
              Group.QUOTAS,
              "sixones.quota.bytes",
              Kind.SIZE,
              "50M",
              "How much an applicant may store in drafts and in bids with their answers.",
              "100M"),
          new Setting(
              Group.QUOTAS,
              "sixones.quota.earlier",
              Kind.SIZE,
              "50M",
              "How much an applicant may store in earlier savings of drafts; the oldest make room.",
              "20M"),
          new Setting(
              Group.QUOTAS,
              "sixones.quota.file",
              Kind.SIZE,
              "20M",
              "The largest evidence file; a proxy in front must let a little more pass.",
              "10M"),
          new Setting(
              Group.QUOTAS,
              "sixones.quota.files-of-bid",
              Kind.SIZE,
              "200M",
              "How much the evidence files of one bid may take.",
              "100M"),
          new Setting(
              Group.QUOTAS,
              "sixones.quota.files",
              Kind.SIZE,
              "1G",
              "How much the evidence files of one applicant may take.",
              "2G"),
          new Setting(
              Group.LIMITS,
              "sixones.limits.person",
              Kind.NUMBER,
              "600",
              "How many requests a signed-in person may send each minute; 0 sets no limit.",
              "1200"),
          new Setting(
              Group.LIMITS,
              "sixones.limits.address",
              Kind.NUMBER,
              "600",
              "How many forms and drafts one address may send each minute without being signed in;"
                  + " 0 sets no limit.",
              "1200"),
          new Setting(
              Group.LIMITS,
              "sixones.limits.failed-sign-ins",
              Kind.NUMBER,
              "10",
              "How many wrong passwords of one name an address may send each minute; 0 sets no"
                  + " limit.",
              "5"),
          new Setting(
              Group.LIMITS,
              "sixones.limits.failed-sign-ins-of-address",
              Kind.NUMBER,
              "60",
              "How many wrong passwords of any name an address may send each minute; 0 sets no"
                  + " limit.",
              "30"),
          new Setting(
              Group.LIMITS,
              "sixones.limits.failed-sign-ins-before-pauses",
              Kind.NUMBER,
              "20",
              "After this many wrong passwords of one name, addresses that name never signed in"
                  + " from have to wait; 0 sets no limit.",
              "10"),
          new Setting(
              Group.LIMITS,
              "sixones.limits.request-time",
              Kind.DURATION,
              "30S",
              "How long a request may take from its head to the end of its answer.",
              "60S"),
          new Setting(
              Group.LIMITS,
              "sixones.limits.upload-time",
              Kind.DURATION,
              "5M",
              "How long an evidence file may take to arrive.",
              "10M"),
          new Setting(
              Group.PAPER,
              "sixones.paper.fonts",
              Kind.FOLDER,
              "",
              "A folder of further fonts (*.ttf), for characters the fonts of the service lack.",
              "/usr/local/share/fonts/sixones"),
          new Setting(
              Group.PAPER,
              "sixones.paper.warm-up",
              Kind.YES_OR_NO,
              "true",
              "Whether a first document is printed after the start, so that nobody waits for"
                  + " fonts.",
              "false"),
          new Setting(
              Group.JAVA,
              "JAVA_HOME",
              Kind.FOLDER,
              "",
              "The Java to run on, version 17 or newer; by default the one on the path.",
              "/usr/lib/jvm/java-21-openjdk-amd64"),
          new Setting(
              Group.JAVA,
              "JAVA_OPTS",
              Kind.OPTIONS,
              "",
              "Options of Java; without one it takes a quarter of the machine's memory at most.",
              "-Xmx2g"));

  /** Returns the variables that are named like settings of this service and are none. */
  static Set<String> unknown(Set<String> variables) {
    Set<String> known = ALL.stream().map(Setting::variable).collect(Collectors.toSet());
    return variables.stream()
        .filter(name -> name.startsWith(OWN) && !known.contains(name))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
