package io.holdfast.scoring.web;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.core.ResolvableType;
import org.springframework.http.MediaType;
import org.springframework.http.ReactiveHttpOutputMessage;
import org.springframework.http.codec.HttpMessageWriter;
import reactor.core.publisher.Mono;

/**
 * Writes a document as a page that stands by itself: styles in it, no script, nothing fetched.
 * Whatever is put into a template is escaped, and what a template asks for must be there.
 */
final class PageWriter implements HttpMessageWriter<Printable> {

  private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

  private static final Mustache.Compiler COMPILER =
      Mustache.compiler().escapeHTML(true).strictSections(true).withLoader(PageWriter::file);

  private static final Map<String, Template> TEMPLATES = new ConcurrentHashMap<>();

  @Override
  public List<MediaType> getWritableMediaTypes() {
    return List.of(HTML);
  }

  @Override
  public boolean canWrite(ResolvableType type, @Nullable MediaType asked) {
    return Printable.class.isAssignableFrom(type.toClass())
        && asked != null
        && asked.isCompatibleWith(HTML);
  }

  @Override
  public Mono<Void> write(
      Publisher<? extends Printable> documents,
      ResolvableType type,
      @Nullable MediaType asked,
      ReactiveHttpOutputMessage answer,
      Map<String, Object> hints) {
    return Mono.from(documents)
        .flatMap(
            document -> {
              answer.getHeaders().setContentType(HTML);
              byte[] page = page(document).getBytes(StandardCharsets.UTF_8);
              return answer.writeWith(Mono.just(answer.bufferFactory().wrap(page)));
            });
  }

  static String page(Printable document) {
    return TEMPLATES
        .computeIfAbsent(document.template(), PageWriter::template)
        .execute(document.words());
  }

  private static Template template(String name) {
    return COMPILER.loadTemplate(name + ".html");
  }

  private static Reader file(String name) throws IOException {
    InputStream file = PageWriter.class.getResourceAsStream("/documents/" + name);
    if (file == null) {
      throw new IOException("There is no document " + name);
    }
    return new InputStreamReader(file, StandardCharsets.UTF_8);
  }
}
