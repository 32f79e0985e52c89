package io.holdfast.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.tenancy.PageQuery.Position;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageQueryTests {
  private static final Set<String> SORTS = Set.of("name", "score");
  private static final Cursors READABLE =
      new Cursors() {
        @Override
        public String close(String place) {
          return "<" + place;
        }

        @Override
        public Optional<String> open(String cursor) {
          return Optional.of(cursor).filter(text -> text.startsWith("<")).map(t -> t.substring(1));
        }
      };

  @Test
  void isFiftyByTheUsualSortUnlessAskedOtherwise() {
    PageQuery query = asked(Map.of());
    assertThat(query.limit()).isEqualTo(50);
    assertThat(query.sort()).isEqualTo("name");
    assertThat(query.descending()).isFalse();
    assertThat(query.after()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "201", "-1", "ten", "", "99999999999"})
  void refusesALimitOutOfRange(String limit) {
    assertThatThrownBy(() -> asked(Map.of("limit", limit)))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.code()).isEqualTo("invalid_limit"));
  }

  @Test
  void goesOnWhereTheLastPageEnded() {
    PageQuery first = asked(Map.of("limit", "2", "sort", "-score"));
    Page<String> page = first.page(List.of("c", "b", "a"), text -> new Position("9|" + text, text));
    assertThat(page.items()).containsExactly("c", "b");
    PageQuery second = asked(Map.of("sort", "-score", "cursor", page.next()));
    assertThat(second.after()).contains(new Position("9|b", "b"));
  }

  @Test
  void theLastPageNamesNoNext() {
    PageQuery query = asked(Map.of("limit", "2"));
    assertThat(query.page(List.of("a", "b"), text -> new Position(text, text)).next()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"forged", "<name", "<-name\u0001a\u0001b", "<score\u0001a\u0001b"})
  void refusesACursorOfAnotherListOrSort(String cursor) {
    assertThatThrownBy(() -> asked(Map.of("cursor", cursor)))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.code()).isEqualTo("invalid_cursor"));
  }

  @Test
  void aParameterWithoutAValueIsLeftOut() {
    Map<String, String> parameters = new HashMap<>();
    parameters.put("cursor", null);

    assertThat(new ListQuery(parameters, READABLE).page("name", SORTS).after()).isEmpty();
  }

  private static PageQuery asked(Map<String, String> parameters) {
    return new ListQuery(parameters, READABLE).page("name", SORTS);
  }
}
