package sixones.people;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.function.LongFunction;
import java.util.function.Predicate;

/** A row of the embedded user table. */
@Entity
@Table(name = "person")
public class PersonRow extends PanacheEntityBase {
  @Id public String name;

  @Column(insertable = false, updatable = false)
  public long number;

  public String password;
  public String role;
  public String applicant;
  public boolean disabled;
  public int epoch;

  @Column(name = "password_given")
  boolean passwordGiven;

  @Column(name = "wrong_passwords")
  int wrongPasswords;

  @Column(name = "created_at")
  Instant createdAt;

  /**
   * Inserts a person; returns false if the name is taken.
   *
   * @param given whether somebody else chose the password, so that it must be changed
   */
  public static boolean add(Person person, String hash, boolean given, Instant now) {
    return getEntityManager()
            .createNativeQuery(
                """
                insert into person (name, password, role, applicant, disabled, created_at, password_given)
                  values (?1, ?2, ?3, cast(?4 as text), false, ?5, ?6) on conflict (name) do nothing
                """)
            .setParameter(1, person.name())
            .setParameter(2, hash)
            .setParameter(3, person.role().id())
            .setParameter(4, person.applicant())
            .setParameter(5, now)
            .setParameter(6, given)
            .executeUpdate()
        == 1;
  }

  /**
   * Locks and returns the rows of these names until the transaction ends, so that no update is
   * lost.
   */
  public static List<PersonRow> lock(List<String> names) {
    return PersonRow.<PersonRow>find("name in ?1 order by name", names)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .list();
  }

  /**
   * Applies a change; a null argument leaves the value. Sessions and tokens issued before are
   * revoked.
   */
  public void change(Boolean nowDisabled, String hash, Person nowAs) {
    boolean another = nowAs != null && !nowAs.equals(person());
    boolean closes = Boolean.TRUE.equals(nowDisabled) && !disabled;
    if (hash != null || closes || another) {
      epoch++;
    }
    disabled = nowDisabled == null ? disabled : nowDisabled;
    if (hash != null) {
      password = hash;
      passwordGiven = true;
    }
    role = nowAs == null ? role : nowAs.role().id();
    applicant = nowAs == null ? applicant : nowAs.applicant();
  }

  /** Revokes all sessions and tokens by incrementing the epoch. */
  public void endAll() {
    epoch++;
  }

  /** Returns whether this is an enabled administrator. */
  public boolean isAdmin() {
    return !disabled && role.equals(Role.ADMIN.id());
  }

  /** Returns whether the password is still that of the row as it was read before. */
  public boolean hasPasswordOf(PersonRow before) {
    return password.equals(before.password);
  }

  /** Sets a password that the person chose. */
  public void choose(String hash) {
    password = hash;
    passwordGiven = false;
    epoch++;
  }

  /** Counts a failed password attempt; does nothing if the name does not exist. */
  public static void countWrong(String name) {
    update(
        "wrongPasswords = wrongPasswords + 1 where name = ?1 and wrongPasswords < 1000000", name);
  }

  /** Returns and resets the number of failed attempts. */
  public static int takeWrong(String name) {
    return (Integer)
        getEntityManager()
            .createNativeQuery(
                """
                update person set wrong_passwords = 0
                  from (select name, wrong_passwords from person where name = ?1 for update) before
                  where person.name = before.name returning before.wrong_passwords
                """)
            .setParameter(1, name)
            .getSingleResult();
  }

  public Duty duty() {
    return passwordGiven ? Duty.PASSWORD : Duty.NONE;
  }

  public Person person() {
    return new Person(name, Role.of(role).orElseThrow(), applicant);
  }

  public Proven proven() {
    return proven(duty());
  }

  public Proven proven(Duty duty) {
    return new Proven(person(), duty, Long.toString(number), Admission.byPassword(this));
  }

  /**
   * Returns the account as an administrator sees it.
   *
   * @param secondFactor whether the person of a name has a second factor
   * @param particulars the particulars of the person of a number
   */
  public Account account(Predicate<String> secondFactor, LongFunction<Particulars> particulars) {
    return new Account(
        person(), particulars.apply(number), disabled, secondFactor.test(name), createdAt);
  }
}
