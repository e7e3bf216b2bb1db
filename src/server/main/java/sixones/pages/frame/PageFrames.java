package sixones.pages.frame;

import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import sixones.http.SignedIn;
import sixones.http.signin.FormTokens;
import sixones.people.Person;
import sixones.report.Language;
import sixones.report.Messages;
import sixones.ruleset.RuleSet;
import sixones.ruleset.RuleSets;

/** Creates the frame of a page from its request, and remembers the chosen language in a cookie. */
@ApplicationScoped
public class PageFrames {
  private static final String LANG = "lang";

  private static final long YEAR = 365L * 24 * 3600;

  @ConfigProperty(name = "sixones.demo", defaultValue = "false")
  boolean demo;

  @Inject RuleSets ruleSets;
  @Inject FormTokens tokens;

  public PageFrame of(RoutingContext request) {
    Language language = language(request);
    Person person = person(request);
    return new PageFrame(
        language,
        request.normalizedPath(),
        otherAddress(request, language),
        person == null ? null : person.name(),
        person == null ? null : person.role().id(),
        person == null || person.applicant() == null
            ? null
            : applicant(person.applicant(), language),
        tokens.of(request),
        wrongBefore(request),
        demo);
  }

  private static Person person(RoutingContext request) {
    return request.user() instanceof QuarkusHttpUser user
        ? SignedIn.of(user.getSecurityIdentity())
            // The password alone does not authenticate, so the page shows nothing about the person
            // yet.
            .filter(person -> !SignedIn.awaitsCode(user.getSecurityIdentity()))
            .orElse(null)
        : null;
  }

  private static int wrongBefore(RoutingContext request) {
    return request.user() instanceof QuarkusHttpUser user
        ? SignedIn.wrongBefore(user.getSecurityIdentity())
        : 0;
  }

  /** Returns the name of an applicant of any rule set; the code if it is unknown. */
  public String applicant(String code, Language language) {
    RuleSet known = ruleSets.ofApplicant(code).orElse(ruleSets.newest().get(0));
    return Messages.of(known, language).applicant(code);
  }

  /**
   * Determines the language from {@code ?lang=}, then the cookie, then Accept-Language; English by
   * default.
   */
  static Language language(RoutingContext request) {
    Optional<Language> asked = first(request.queryParam(LANG));
    if (asked.isPresent()) {
      remember(request, LANG, asked.get().tag());
      return asked.get();
    }
    Cookie cookie = request.request().getCookie(LANG);
    return Optional.ofNullable(cookie)
        .flatMap(kept -> Language.of(kept.getValue()))
        .or(() -> accepted(request))
        .orElse(Language.EN);
  }

  private static Optional<Language> first(List<String> tags) {
    return tags.isEmpty() ? Optional.empty() : Language.of(tags.get(0));
  }

  /** Remembers a choice of the reader for a year, in a cookie. */
  public static void remember(RoutingContext request, String name, String value) {
    Cookie cookie =
        Cookie.cookie(name, value)
            .setPath("/")
            .setMaxAge(YEAR)
            .setHttpOnly(true)
            .setSecure(request.request().isSSL())
            .setSameSite(CookieSameSite.LAX);
    if (!request.response().headWritten()) {
      request.response().addCookie(cookie);
    }
  }

  private static Optional<Language> accepted(RoutingContext request) {
    String header = request.request().getHeader("Accept-Language");
    if (header == null) {
      return Optional.empty();
    }
    try {
      return Locale.LanguageRange.parse(header).stream()
          .flatMap(range -> Language.of(range.getRange()).stream())
          .findFirst();
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      // Locale.LanguageRange.parse throws IndexOutOfBoundsException for a range of hyphens only.
      return Optional.empty();
    }
  }

  private static String otherAddress(RoutingContext request, Language language) {
    StringBuilder address = new StringBuilder(request.normalizedPath()).append('?');
    request
        .queryParams()
        .forEach(
            (name, value) -> {
              if (!name.equals(LANG)) {
                address.append(encoded(name)).append('=').append(encoded(value)).append('&');
              }
            });
    Language other = language == Language.EN ? Language.ZH_CN : Language.EN;
    return address.append(LANG).append('=').append(other.tag()).toString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
