package shop.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import shop.models.Person;
import shop.models.Pet;
import shop.models.Pet_owner;
import shop.serviceclient.ShopClient;

/** What becomes of bodies that are not as the description says. */
public final class Bodies {
  private static final FakeHttp HTTP = new FakeHttp();

  private Bodies() {}

  public static void main(String[] arguments) {
    Pet pet = new Pet();
    pet.setName("R");
    pet.setOwner(Pet_owner.ofPerson(new Person()));
    List<Object> told = new ArrayList<>();
    told.add(
        pet.validate(WriteOperation.CREATE).stream()
            .map(Violation::toString)
            .collect(Collectors.toList()));
    Pet old = new Pet();
    old.setAge(3L);
    told.add(sent(() -> client(true).pets().toPostRequestInformation(old, null)));
    told.add(sent(() -> client(false).pets().toPostRequestInformation(old, null)));
    told.add(
        sent(
            () ->
                client(true)
                    .pets()
                    .toPostRequestInformation(old, asked -> asked.validate = false)));
    told.add(sent(() -> client(true).pets().toPatchRequestInformation(old, null)));
    old.setAge(-3L);
    told.add(sent(() -> client(true).pets().toPatchRequestInformation(old, null)));
    Pet good = new Pet();
    good.setName("Rex");
    told.add(
        sent(() -> client(true).lines().toPostRequestInformation(List.of(good, new Pet()), null)));
    told.add(
        sent(() -> client(true).lines().toPostRequestInformation(Stream.of(good)::iterator, null)));
    System.out.println(JsonWriter.text(told, null));
  }

  private static ShopClient client(boolean validates) {
    return new ShopClient(
        RequestAdapter.builder("https://shop.example")
            .httpClient(HTTP)
            .validate(validates)
            .build());
  }

  private static String sent(Callable<RequestInformation<Void>> request) {
    HTTP.answers.add(new FakeHttp.Scripted(204, Map.of(), new byte[0]));
    try {
      request.call().send();
      return "sent";
    } catch (ValidationException error) {
      return error.getMessage();
    } catch (Exception error) {
      return "broken: " + error;
    }
  }
}
