package sixones.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.util.Set;
import java.util.TreeSet;

/** The addresses of pages, read off the classes, so that none is forgotten. */
public final class PageAddresses {
  private static final JavaClasses CLASSES = read();

  private PageAddresses() {}

  /** Those of all pages and of what they are made of. */
  static JavaClasses classes() {
    return CLASSES;
  }

  /** Read alone: what they use cannot be found the way Quarkus loads it, and is not asked for. */
  private static JavaClasses read() {
    return ArchConfiguration.withThreadLocalScope(
        configuration -> {
          configuration.setResolveMissingDependenciesFromClassPath(false);
          return new ClassFileImporter()
              .importPath(java.nio.file.Path.of("target/classes/sixones/pages"));
        });
  }

  /** Those that are asked for in this way, with places for ids. */
  public static Set<String> of(Class<? extends Annotation> method) {
    Set<String> pages = new TreeSet<>();
    for (JavaClass type : CLASSES) {
      for (JavaMethod each : type.getMethods()) {
        if (type.isAnnotatedWith(Path.class) && each.isAnnotatedWith(method)) {
          String below =
              each.isAnnotatedWith(Path.class) ? each.getAnnotationOfType(Path.class).value() : "";
          String whole = type.getAnnotationOfType(Path.class).value() + "/" + below;
          pages.add(whole.replaceAll("/+", "/").replaceAll("(.)/$", "$1"));
        }
      }
    }
    assertThat(pages).hasSizeGreaterThan(10);
    return pages;
  }
}
