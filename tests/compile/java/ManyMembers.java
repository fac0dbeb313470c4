import com.microsoft.graph.models.Code;

/** Uses constants of an enumeration that one class does not hold. */
public final class ManyMembers {
  private ManyMembers() {}

  public static void main(String[] arguments) {
    Code last = Code.M9000;
    System.out.println(last.getValue());
    System.out.println(Code.TYPE.members().size());
    System.out.println(Code.forValue("m9000") == last);
    System.out.println(Code.forValue("m3").isKnown());
    System.out.println(Code.M3 == Code.forValue("m3"));
    System.out.println(Code.forValue("other").isKnown());
  }
}
