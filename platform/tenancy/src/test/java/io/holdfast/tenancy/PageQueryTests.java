package io.holdfast.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.tenancy.PageQuery.Position;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageQueryTests {
  private static final Set<String> SORTS = Set.of("name", "score");

  @Test
  void isFiftyByTheUsualSortUnlessAskedOtherwise() {
    PageQuery query = PageQuery.parse(Map.of(), "name", SORTS);
    assertThat(query.limit()).isEqualTo(50);
    assertThat(query.sort()).isEqualTo("name");
    assertThat(query.descending()).isFalse();
    assertThat(query.after()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "201", "-1", "ten", "", "99999999999"})
  void refusesALimitOutOfRange(String limit) {
    assertThatThrownBy(() -> PageQuery.parse(Map.of("limit", limit), "name", SORTS))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.code()).isEqualTo("invalid_limit"));
  }

  @Test
  void goesOnWhereTheLastPageEnded() {
    PageQuery first = PageQuery.parse(Map.of("limit", "2", "sort", "-score"), "name", SORTS);
    Page<String> page = first.page(List.of("c", "b", "a"), text -> new Position("9|" + text, text));
    assertThat(page.items()).containsExactly("c", "b");
    PageQuery second =
        PageQuery.parse(Map.of("sort", "-score", "cursor", page.next()), "name", SORTS);
    assertThat(second.after()).contains(new Position("9|b", "b"));
  }

  @Test
  void theLastPageNamesNoNext() {
    PageQuery query = PageQuery.parse(Map.of("limit", "2"), "name", SORTS);
    assertThat(query.page(List.of("a", "b"), text -> new Position(text, text)).next()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"%%%", "bmFtZQ", "LXNjb3JlAWEBYg"})
  void refusesACursorOfAnotherListOrSort(String cursor) {
    assertThatThrownBy(() -> PageQuery.parse(Map.of("cursor", cursor), "name", SORTS))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.code()).isEqualTo("invalid_cursor"));
  }
}
