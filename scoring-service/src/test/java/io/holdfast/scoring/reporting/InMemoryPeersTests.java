package io.holdfast.scoring.reporting;

import io.holdfast.scoring.rescoring.AccountPictures;
import io.holdfast.scoring.rescoring.InMemoryAccountPictures;
import io.holdfast.tenancy.TenantId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

class InMemoryPeersTests implements PeersContract {

  private final InMemoryAccountPictures pictures = new InMemoryAccountPictures();
  private final InMemoryPeers peers = new InMemoryPeers(pictures);

  @Override
  public TenantId tenant() {
    return new TenantId("demo");
  }

  @Override
  public <T> List<T> all(Publisher<T> work) {
    return Objects.requireNonNull(Flux.from(work).collectList().block());
  }

  @Override
  public Peers peers() {
    return peers;
  }

  @Override
  public AccountPictures pictures() {
    return pictures;
  }

  @Override
  public void isLike(
      String account, @Nullable String industry, @Nullable Long employees, @Nullable String plan) {
    peers.isLike(account, industry, employees, plan);
  }
}
