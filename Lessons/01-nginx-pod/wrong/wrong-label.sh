# fails: pod
# mistake: wrong-label
kubectl apply -f - <<YAML
apiVersion: v1
kind: Pod
metadata:
  name: nginx-pod
  labels:
    app: nginx
spec:
  containers:
  - name: nginx-container
    image: nginx
    ports:
    - containerPort: 80
YAML
kubectl wait --for=condition=Ready pod/nginx-pod --timeout=60s
