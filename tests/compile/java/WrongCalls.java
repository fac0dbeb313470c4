import com.microsoft.graph.models.AssignedLicense;
import com.microsoft.graph.models.NoSuchModel;
import com.microsoft.graph.models.User;
import com.microsoft.graph.serviceclient.GraphServiceClient;

/** Mistakes that the compiler has to find. */
final class WrongCalls {
  static NoSuchModel none;

  static void wrong(GraphServiceClient client) {
    new AssignedLicense().setSkuId(5);
    client.users().post(new AssignedLicense());
    client.me().noSuchThing();
    client.users().get(c -> c.queryParameters.selct = null);
    User many = client.users().get();
  }
}
