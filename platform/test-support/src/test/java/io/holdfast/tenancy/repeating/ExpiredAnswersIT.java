package io.holdfast.tenancy.repeating;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.probe.ProbeService;
import io.holdfast.testing.RealParts;
import io.holdfast.testing.RealPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

@SpringBootTest(classes = ProbeService.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@RealParts("probe")
class ExpiredAnswersIT {
  @Autowired ExpiredAnswers expired;

  private final String tenant = "t" + UUID.randomUUID().toString().substring(0, 8);

  @Test
  void answersOfAllTenantsGoWhenTheirTimeIsOverAndNoOthers() throws SQLException {
    String other = tenant + "x";
    execute(
        """
        insert into probe.idempotency (tenant_id, request_id, answer, expires_at) values
          ('%1$s', 'old', '', now() - interval '1 second'),
          ('%1$s', 'young', '', now() + interval '1 hour'),
          ('%2$s', 'old', '', now() - interval '1 day')
        """
            .formatted(tenant, other));

    expired.remove().block();

    assertThat(left()).containsExactly(tenant + " young");
  }

  private List<String> left() throws SQLException {
    List<String> left = new ArrayList<>();
    try (Connection connection = RealPostgres.instance().superuser();
        var statement =
            connection.prepareStatement(
                "select tenant_id || ' ' || encode(request_id, 'escape') from probe.idempotency"
                    + " where tenant_id like ?")) {
      statement.setString(1, tenant + "%");
      try (var row = statement.executeQuery()) {
        while (row.next()) {
          left.add(row.getString(1));
        }
      }
    }
    return left;
  }

  private static void execute(String sql) throws SQLException {
    try (Connection connection = RealPostgres.instance().superuser();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
