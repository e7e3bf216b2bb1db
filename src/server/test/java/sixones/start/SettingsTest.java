package sixones.start;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Executable;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import sixones.Project;
import sixones.start.Settings.Group;
import sixones.start.Settings.Kind;
import sixones.start.Settings.Setting;

/**
 * The list of settings, the code that reads them, their defaults and what is written about them are
 * one. {@code -Dgolden=update} writes the tables and the configuration file of the package anew.
 */
class SettingsTest {
  private static final Path SOURCES = Project.file("src/server/main/java");
  private static final Path DEFAULTS =
      Project.file("src/server/main/resources/application.properties");
  private static final Path OPERATIONS = Project.file("docs/operations.md");
  private static final Path CONFIGURATION = Project.file("src/package/sixones.conf");
  private static final String BEGIN =
      "<!-- Written by SettingsTest with -Dgolden=update; do not edit. -->\n";
  private static final String END = "<!-- End of what SettingsTest writes. -->\n";

  /** A literal that is a key; names of meters and of assets look alike. */
  private static final Pattern KEY =
      Pattern.compile("(?<!builder\\(|role\\()\"(sixones\\.(?!css\"|js\")[a-z][a-z.-]*)\"");

  /** A name and a password that are read together. */
  private static final Pattern ROLE = Pattern.compile("role\\(\"(sixones\\.[a-z.-]+)\"\\)");

  private static final Pattern VARIABLE =
      Pattern.compile("\\b((?:SIXONES|QUARKUS)_[A-Z][A-Z_]*[A-Z])\\b");

  /** How the extensions of Quarkus describe a setting that is read when the service starts. */
  private static final Pattern OF_QUARKUS =
      Pattern.compile(
          "\"environmentVariable\" : \"([A-Z0-9_]+)\",\\s+\"property\" : \"([^\"]+)\"\\s+},\\s+"
              + "\"phase\" : \"RUN_TIME\"");

  private static final String DESCRIBED = "META-INF/quarkus-config-doc/quarkus-config-model.json";

  /** Read by tests, not by the service. */
  private static final String OF_TESTS = "SIXONES_CHROMIUM";

  @Test
  void every_setting_that_is_read_is_listed_and_every_own_one_that_is_listed_is_read()
      throws Exception {
    Set<String> read = new TreeSet<>(byAnnotation().keySet());
    for (Path source : sources()) {
      Matcher key = KEY.matcher(Files.readString(source));
      while (key.find()) {
        if (!source.endsWith("Settings.java")) {
          read.add(key.group(1));
        }
      }
    }
    for (Path source : sources()) {
      Matcher role = ROLE.matcher(Files.readString(source));
      while (role.find()) {
        read.add(role.group(1) + ".username");
        read.add(role.group(1) + ".password");
      }
    }
    defaults().stringPropertyNames().stream().map(SettingsTest::bare).forEach(read::add);
    read.removeIf(name -> !name.startsWith("sixones."));

    assertThat(Settings.ALL.stream().map(Setting::name).filter(name -> name.startsWith("sixones.")))
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(read);
  }

  @Test
  void every_default_that_is_listed_is_the_one_that_counts() throws Exception {
    Properties properties = defaults();
    Map<String, Set<String>> annotated = byAnnotation();

    for (Setting setting : Settings.ALL) {
      String set = properties.getProperty(setting.name());
      if (set != null) {
        assertThat(setting.byDefault()).as(setting.name()).isEqualTo(set);
      }
      boolean isOwn = setting.name().startsWith("sixones.");
      if (isOwn && annotated.containsKey(setting.name())) {
        assertThat(annotated.get(setting.name()))
            .as(setting.name())
            .containsExactly(setting.byDefault());
      }
    }
  }

  @Test
  void every_setting_of_quarkus_that_is_listed_can_be_set_when_the_service_starts()
      throws Exception {
    Map<String, String> known = variablesOfQuarkus();

    assertThat(known).hasSizeGreaterThan(300);
    for (Setting setting : Settings.ALL) {
      if (setting.name().startsWith("quarkus.")) {
        assertThat(known).as(setting.name()).containsEntry(setting.name(), setting.variable());
      }
    }
  }

  @Test
  void every_variable_of_the_launcher_that_is_listed_is_read_there() throws IOException {
    String launcher = Files.readString(Project.file("sixones"));

    assertThat(Settings.ALL.stream().filter(setting -> setting.group() == Group.JAVA))
        .isNotEmpty()
        .allSatisfy(setting -> assertThat(launcher).contains("${" + setting.name() + ":"));
  }

  @Test
  void every_setting_says_what_it_does_in_one_sentence_and_shows_a_value() {
    for (Setting setting : Settings.ALL) {
      assertThat(setting.meaning()).as(setting.name()).matches("[A-Z][^|`]*\\.");
      assertThat(setting.meaning()).as(setting.name()).doesNotContain(". ");
      assertThat(setting.example().isEmpty()).as(setting.name()).isEqualTo(setting.isSecret());
    }
  }

  @Test
  void every_variable_that_is_written_about_is_listed() throws IOException {
    Set<String> listed =
        Settings.ALL.stream().map(Setting::variable).collect(Collectors.toCollection(TreeSet::new));
    listed.add(OF_TESTS);
    Map<String, String> unknown = new TreeMap<>();
    for (Path text : texts()) {
      Matcher variable = VARIABLE.matcher(Files.readString(text));
      while (variable.find()) {
        if (!listed.contains(variable.group(1))) {
          unknown.put(variable.group(1), text.toString());
        }
      }
    }

    assertThat(unknown).isEmpty();
  }

  @Test
  void the_tables_are_those_of_the_list() throws IOException {
    String page = Files.readString(OPERATIONS);
    int begin = page.indexOf(BEGIN) + BEGIN.length();
    int end = page.indexOf(END);
    if (isUpdate()) {
      page = page.substring(0, begin) + tables() + page.substring(end);
      Files.writeString(OPERATIONS, page);
      end = page.indexOf(END);
    }

    assertThat(page.substring(begin, end)).isEqualTo(tables());
  }

  @Test
  void the_configuration_file_of_the_package_is_that_of_the_list() throws IOException {
    if (isUpdate()) {
      Files.writeString(CONFIGURATION, configuration());
    }

    assertThat(Files.readString(CONFIGURATION)).isEqualTo(configuration());
  }

  @Test
  void a_misspelt_setting_is_unknown_and_others_are_none_of_ours() {
    assertThat(
            Settings.unknown(
                Set.of(
                    "SIXONES_HOST",
                    "SIXONES_HOSTS",
                    "SIXONES_LIMITS_FAILED_SIGN_INS",
                    "QUARKUS_NONE",
                    "PATH")))
        .containsExactly("SIXONES_HOST");
  }

  private static boolean isUpdate() {
    return "update".equals(System.getProperty("golden"));
  }

  private static String tables() {
    StringBuilder tables = new StringBuilder();
    for (Group group : Group.values()) {
      tables.append("\n### ").append(group.title()).append("\n\n");
      tables.append(
          "| Variable | Value | Default | What it is | Example |\n|---|---|---|---|---|\n");
      for (Setting setting : of(group)) {
        tables
            .append("| ")
            .append(
                Stream.of(
                        code(setting.variable()),
                        setting.kind().name().toLowerCase().replace('_', ' '),
                        code(setting.byDefault()),
                        setting.meaning(),
                        code(setting.example()))
                    .collect(joining(" | ")))
            .append(" |\n");
      }
    }
    return tables.append("\n").toString();
  }

  private static String code(String value) {
    return value.isEmpty() ? "–" : "`" + value + "`";
  }

  private static String configuration() {
    StringBuilder file =
        new StringBuilder(
            """
            # Settings of Six Ones: NAME=VALUE, one a line. All after the first = is the value, as it
            # stands: no quotation marks, no continued lines. Lines that begin with # are not read.
            # operations.md in /usr/share/doc/sixones says more. After a change:
            #   systemctl restart sixones
            """);
    for (Group group : Group.values()) {
      file.append("\n## ").append(group.title()).append("\n");
      for (Setting setting : of(group)) {
        file.append("\n");
        wrapped(setting.meaning()).forEach(line -> file.append("# ").append(line).append("\n"));
        file.append("#").append(setting.variable()).append("=").append(shown(setting)).append("\n");
      }
    }
    return file.toString();
  }

  /** A default that counts in the package, too; else an example. */
  private static String shown(Setting setting) {
    return setting.byDefault().isEmpty() || setting.kind() == Kind.FOLDER
        ? setting.example()
        : setting.byDefault();
  }

  private static List<Setting> of(Group group) {
    return Settings.ALL.stream().filter(setting -> setting.group() == group).toList();
  }

  private static List<String> wrapped(String sentence) {
    return Arrays.asList(sentence.replaceAll("(.{1,96})(?: |$)", "$1\n").strip().split("\n"));
  }

  private static Properties defaults() throws IOException {
    Properties properties = new Properties();
    try (InputStream in = Files.newInputStream(DEFAULTS)) {
      properties.load(in);
    }
    return properties;
  }

  /** The variables by key. */
  private static Map<String, String> variablesOfQuarkus() throws IOException {
    Map<String, String> known = new TreeMap<>();
    for (URL described :
        Collections.list(SettingsTest.class.getClassLoader().getResources(DESCRIBED))) {
      try (InputStream in = described.openStream()) {
        Matcher setting = OF_QUARKUS.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        while (setting.find()) {
          known.put(setting.group(2), setting.group(1));
        }
      }
    }
    return known;
  }

  /** A key without the profile it is for. */
  private static String bare(String key) {
    return key.replaceFirst("^%[a-z]+\\.", "");
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }

  private static List<Path> texts() throws IOException {
    List<Path> texts = new ArrayList<>();
    for (String folder :
        List.of("", "docs", "src/engine/main/resources/sixones/report", "src/package")) {
      try (Stream<Path> files = Files.list(Project.file(folder.isEmpty() ? "." : folder))) {
        files
            .filter(file -> file.toString().matches(".*(md|properties|sixones|service|conf)"))
            .filter(Files::isRegularFile)
            .forEach(texts::add);
      }
    }
    return texts;
  }

  /** The defaults by key, as annotations state them; without one the default is empty. */
  private static Map<String, Set<String>> byAnnotation() throws Exception {
    Map<String, Set<String>> found = new TreeMap<>();
    for (Path source : sources()) {
      if (Files.readString(source).contains("@ConfigProperty(")) {
        String name = SOURCES.relativize(source).toString();
        Class<?> type =
            Class.forName(
                name.replace(".java", "").replace('/', '.'),
                false,
                SettingsTest.class.getClassLoader());
        annotated(type).forEach(each -> add(found, each));
      }
    }
    return found;
  }

  private static Stream<AnnotatedElement> annotated(Class<?> type) {
    Stream<Executable> called =
        Stream.concat(
            Arrays.stream(type.getDeclaredConstructors()),
            Arrays.stream(type.getDeclaredMethods()));
    return Stream.concat(
        Arrays.stream(type.getDeclaredFields()),
        called.flatMap(each -> Arrays.stream(each.getParameters())));
  }

  private static void add(Map<String, Set<String>> found, AnnotatedElement element) {
    ConfigProperty property = element.getAnnotation(ConfigProperty.class);
    if (property != null) {
      String value = property.defaultValue();
      found
          .computeIfAbsent(property.name(), key -> new TreeSet<>())
          .add(value.equals(ConfigProperty.UNCONFIGURED_VALUE) ? "" : value);
    }
  }
}
