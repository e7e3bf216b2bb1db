package sixones.pages.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sixones.people.Particulars;
import sixones.people.account.NewPerson;

class PeopleFileTest {
  private static final Map<String, Set<String>> NAMES =
      Map.of("德阳市", Set.of("510600"), "江北区", Set.of("330205", "500105"));
  private static final NewPerson LI_WEI =
      new NewPerson("li.wei", "applicant", "510600", new Particulars("李伟", "工信局, 一处", "000-1"));

  /** As people write it, and as spreadsheet programs save and copy it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "name,applicant,fullName,office,telephone\nli.wei,510600,李伟,\"工信局, 一处\",000-1\n",
        "\uFEFF用户名,申报主体代码,姓名,单位,电话\r\nli.wei,510600,李伟,\"工信局, 一处\",000-1\r\n,,,,\r\n",
        "用户名\t角色\t申报主体代码\t姓名\t单位\t电话\nli.wei\t申报主体\t510600\t李伟\t工信局, 一处\t000-1",
        "Telephone;Office;Name to sign in with;Role;Code of the applicant;fullname\n"
            + "000-1;工信局, 一处;li.wei;Applicant;510600;李伟",
        "name,applicant,fullName,office,telephone\n\nli.wei,德阳市,李伟,\"工信局, 一处\",000-1",
        "name,,applicant,fullName,office,telephone,\n\nli.wei , ,510600,李伟,\"工信局, 一处\",000-1"
      })
  void a_table_gives_its_people(String table) throws IOException {
    PeopleFile read = read(table);

    assertThat(read.people()).extracting(PeopleFile.Line::person).containsExactly(LI_WEI);
    assertThat(read.unknown()).isEmpty();
    assertThat(read.missing()).isEmpty();
  }

  @Test
  void a_role_is_read_by_its_id_and_its_name_in_either_language() throws IOException {
    PeopleFile read = read("name,role\na,auditor\nb,审计人员\nc,Programme officer\nd,boss");

    assertThat(read.people())
        .extracting(line -> line.person().role())
        .containsExactly("auditor", "auditor", "officer", "boss");
  }

  @Test
  void a_name_that_several_applicants_have_stands_for_none_of_them() throws IOException {
    assertThat(read("name,applicant\na,江北区").people())
        .extracting(line -> line.person().applicant())
        .containsExactly("江北区");
  }

  @Test
  void what_nobody_reads_and_what_is_missing_is_told() throws IOException {
    PeopleFile read = read("login name,Birthday\nx,1.1.");

    assertThat(read.unknown()).containsExactly("login name", "Birthday");
    assertThat(read.missing()).containsExactly("name");
    assertThat(read(" \n \n").missing()).containsExactly("name");
  }

  /** A comma without quotation marks would move each later value into the next column. */
  @Test
  void values_beyond_the_named_columns_are_told_and_not_dropped() throws IOException {
    PeopleFile read = read("name,office,telephone\n\na,工信局, 一处,000-1\nb,x,1,\n,,,\nc,,,y");

    assertThat(read.people())
        .extracting(PeopleFile.Line::number, PeopleFile.Line::isTooLong)
        .containsExactly(tuple(3, true), tuple(4, false), tuple(6, true));
  }

  @Test
  void a_column_that_is_there_twice_is_told() throws IOException {
    assertThat(read("name,Office,单位\na,x,y").repeated()).containsExactly("单位");
  }

  @Test
  void a_tab_parts_values_before_a_semicolon_does() throws IOException {
    assertThat(read("name\toffice\na\tx;y").people().get(0).person().particulars().office())
        .isEqualTo("x;y");
    assertThat(read("name\toffice;\na\tx").unknown()).containsExactly("office;");
  }

  @Test
  void a_quotation_mark_that_is_not_closed_is_refused() {
    assertThatThrownBy(() -> read("name,office\nx,\"never closed\ny,z"))
        .isInstanceOf(IOException.class);
  }

  @Test
  void of_a_table_without_end_no_more_is_read_than_tells_that_it_is_too_long() throws IOException {
    PeopleFile read = read("name\n" + "x\n".repeat(100_000));

    assertThat(read.people()).hasSize(PeopleFile.MOST + 1);
  }

  private static PeopleFile read(String table) throws IOException {
    return PeopleFile.read(table, name -> NAMES.getOrDefault(name, Set.of()));
  }
}
