package sixones.people.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import sixones.fact.Applicant;
import sixones.people.NoPerson;
import sixones.people.Person;
import sixones.people.Role;

/**
 * The claims of an identity provider about a user. They give a person only with exactly one known
 * role, and with an applicant if that role is applicant.
 *
 * @param subject issuer and subject of the token, which together identify a user for good (OpenID
 *     Connect Core, 5.7); the name may change or be reassigned
 */
public record Claims(String name, Set<String> roles, String applicant, String subject) {
  private static final int DIGITS = 60;

  /** Removes from the name what the database cannot store: NUL and unpaired surrogates. */
  public Claims {
    if (name != null) {
      byte[] whole = name.getBytes(StandardCharsets.UTF_8);
      name = new String(whole, StandardCharsets.UTF_8).replace("\0", "");
    }
  }

  /**
   * Returns the person these claims describe.
   *
   * @param roll whether a code is that of an applicant that may bid
   * @throws NoPerson with the reason
   */
  public Person person(Predicate<String> roll) throws NoPerson {
    List<Role> ours = new ArrayList<>();
    for (Role role : Role.values()) {
      if (roles.contains(role.id())) {
        ours.add(role);
      }
    }
    if (name == null || name.isBlank() || ours.isEmpty()) {
      throw new NoPerson("no-role");
    }
    if (ours.size() > 1) {
      throw new NoPerson("two-roles");
    }
    Role role = ours.get(0);
    if (role == Role.APPLICANT && !Applicant.isId(applicant)) {
      throw new NoPerson("no-applicant");
    }
    if (role == Role.APPLICANT && !roll.test(applicant)) {
      throw new NoPerson("applicant-not-on-roll");
    }
    return new Person(name, role, role == Role.APPLICANT ? applicant : null, personName());
  }

  /** Returns the key of the subject, in a form that is never a sign-in name. */
  private String personName() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(subject.getBytes(StandardCharsets.UTF_8));
      return "idp-" + HexFormat.of().formatHex(digest).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
