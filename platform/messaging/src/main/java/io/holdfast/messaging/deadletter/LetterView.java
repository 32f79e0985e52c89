package io.holdfast.messaging.deadletter;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A letter as it is listed. */
@Schema(name = "DeadLetter")
record LetterView(
    UUID id,
    @Schema(allowableValues = {"waiting", "replayed", "discarded"}) String state,
    @Schema(description = "Who could not deal with it; relay:… could not publish it")
        String consumer,
    @Nullable String type,
    @Schema(description = "The account it is about") @Nullable String subject,
    @Nullable String messageId,
    @Nullable String key,
    String topic,
    @Schema(description = "Absent, like the offset, when it never reached its topic")
        @Nullable Integer partition,
    @Nullable Long offset,
    @Schema(description = "Why it failed the last time") String error,
    @Schema(description = "Times it failed, its arrival included") int attempts,
    @Schema(description = "When it became a dead letter") Instant failedAt,
    Instant lastFailedAt,
    @Schema(description = "When it was replayed or discarded") @Nullable Instant closedAt,
    @Nullable String closedBy,
    @Schema(description = "Why it was discarded") @Nullable String reason) {

  static LetterView of(Letter letter) {
    return new LetterView(
        letter.id(),
        letter.state().word(),
        letter.consumer(),
        letter.type(),
        letter.subject(),
        letter.messageId(),
        letter.key(),
        letter.topic(),
        letter.partition(),
        letter.offset(),
        letter.error(),
        letter.attempts(),
        letter.failedAt(),
        letter.lastFailedAt(),
        letter.closedAt(),
        letter.closedBy(),
        letter.reason());
  }

  /** With all that stood on its topic. */
  @Schema(name = "DeadLetterInFull")
  record InFull(
      @JsonUnwrapped LetterView letter,
      Map<String, String> headers,
      @Schema(description = "json, base64, or withheld from who lacks the scope personal:read")
          String bodyIs,
      @JsonRawValue
          @Schema(
              types = {"object", "array", "string", "number", "boolean", "null"},
              description = "The body as bodyIs says")
          @Nullable String body) {

    static InFull of(Letter.Whole whole, boolean mayReadBody, JsonMapper json) {
      LetterView view = LetterView.of(whole.letter());
      FailedRecord record = whole.record();
      if (!mayReadBody) {
        return new InFull(view, record.headers(), "withheld", null);
      }
      String text = jsonIn(record.body(), json);
      return text == null
          ? new InFull(view, record.headers(), "base64", base64(record.body()))
          : new InFull(view, record.headers(), "json", text);
    }

    private static @Nullable String jsonIn(byte[] body, JsonMapper json) {
      try {
        String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
        return text.isBlank() || json.readTree(text).isMissingNode() ? null : text;
      } catch (CharacterCodingException | JacksonException _) {
        return null;
      }
    }

    private static String base64(byte[] body) {
      return '"' + Base64.getEncoder().encodeToString(body) + '"';
    }
  }
}
