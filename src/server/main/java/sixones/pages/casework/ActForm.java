package sixones.pages.casework;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import sixones.pages.frame.Option;

/**
 * The form of an act.
 *
 * @param kind the id of the act's kind
 * @param address where it is sent to
 * @param title what is done, in words
 * @param how what it does and what it takes
 * @param key the idempotency key: the same form sent twice does one act
 * @param revision the revision of the case the form was made from
 * @param hidden fields nobody types, by name
 * @param answers the buttons; several if the answer is chosen by them
 * @param refusal why it was refused; null if it was not
 */
record ActForm(
    String kind,
    String address,
    String title,
    String how,
    String key,
    String revision,
    Map<String, String> hidden,
    List<Group> groups,
    List<Option> answers,
    Refusal refusal) {

  /**
   * Fields that belong together.
   *
   * @param legend what they are about; null for the fields of the form itself
   * @param says what is known of it, in sentences
   * @param pick the name of the box that makes the group count; null if it always does
   * @param folded whether it is shown only if asked for
   */
  record Group(
      String legend,
      List<String> says,
      String pick,
      boolean picked,
      boolean folded,
      List<Field> fields) {
    /** Returns the id of the box. */
    public String pickId() {
      return "f" + pick.replaceAll("[/:]", "-");
    }

    /** Returns the name of the hidden field that says that there is a box. */
    public String box() {
      return "box:" + pick.substring(ActFields.PICK.length());
    }
  }

  /** How a field is filled in. */
  enum Input {
    TEXT,
    AREA,
    SELECT,
    /** One of several, all in sight. */
    CHOICE,
    BOX
  }

  /**
   * A field.
   *
   * @param name its place in the act's body
   * @param hint null if it needs none
   * @param value what was typed or is proposed
   * @param options for a select or choice
   * @param fault what is wrong with it; null if nothing is
   */
  record Field(
      String name,
      Input input,
      String label,
      String hint,
      String value,
      List<Option> options,
      String fault) {
    /** Returns the id of the element. */
    public String id() {
      return "f" + name.replace('/', '-');
    }

    public boolean isArea() {
      return input == Input.AREA;
    }

    public boolean isSelect() {
      return input == Input.SELECT;
    }

    public boolean isChoice() {
      return input == Input.CHOICE;
    }

    public boolean isBox() {
      return input == Input.BOX;
    }

    /** Returns whether a box is ticked. */
    public boolean isTicked() {
      return options.get(0).selected();
    }

    /** Returns the ids of what describes it; null if nothing does. */
    public String describedBy() {
      List<String> ids = new ArrayList<>();
      if (hint != null) {
        ids.add(id() + "-hint");
      }
      if (fault != null) {
        ids.add(id() + "-fault");
      }
      return ids.isEmpty() ? null : String.join(" ", ids);
    }

    Field faulty(String why) {
      return new Field(name, input, label, hint, value, options, why);
    }
  }

  /**
   * Why an act was refused.
   *
   * @param links the faults at fields, each with the id of its field; null for one at none
   * @param since what was done in the case since the form was made; empty unless it changed
   */
  record Refusal(int status, String title, String detail, List<Link> links, List<ActView> since) {
    /** A fault with the id of its field. */
    record Link(String id, String label, String text) {}
  }

  /** Returns the fields of all groups. */
  List<Field> fields() {
    return groups.stream().flatMap(group -> group.fields().stream()).toList();
  }
}
